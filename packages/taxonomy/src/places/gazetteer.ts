import type { Place } from '@enlace/domain'

/** A town with its region and where it lies (WGS 84, two decimals: about a kilometre). */
export type Town = Place & {
  readonly region: string
  readonly locality: string
  readonly latitude: number
  readonly longitude: number
}

/** region: town latitude longitude, …; the better known of two towns with one name stands first. */
const rows: Readonly<Record<string, string>> = {
  CL: `Arica y Parinacota: Arica -18.48 -70.31; Tarapacá: Iquique -20.21 -70.15, Alto Hospicio -20.27 -70.10, Pozo Almonte -20.26 -69.79;
    Antofagasta: Antofagasta -23.65 -70.40, Calama -22.46 -68.93, Mejillones -23.10 -70.45, Tocopilla -22.09 -70.20, Taltal -25.41 -70.48, Sierra Gorda -22.89 -69.32, María Elena -22.34 -69.66, San Pedro de Atacama -22.91 -68.20;
    Atacama: Copiapó -27.37 -70.33, Vallenar -28.57 -70.76, Caldera -27.07 -70.82, Diego de Almagro -26.37 -70.05, El Salvador -26.25 -69.63;
    Coquimbo: La Serena -29.90 -71.25, Coquimbo -29.95 -71.34, Ovalle -30.60 -71.20, Salamanca -31.78 -70.97, Illapel -31.63 -71.17;
    Valparaíso: Valparaíso -33.05 -71.62, Viña del Mar -33.02 -71.55, Los Andes -32.83 -70.60, San Felipe -32.75 -70.73, Quillota -32.88 -71.25, San Antonio -33.59 -71.61;
    Metropolitana: Santiago -33.45 -70.67, Quilicura -33.36 -70.73, Maipú -33.51 -70.76, Lampa -33.28 -70.88, San Bernardo -33.59 -70.70, Colina -33.20 -70.67;
    O'Higgins: Rancagua -34.17 -70.74, San Fernando -34.58 -70.99, Machalí -34.18 -70.65; Maule: Talca -35.43 -71.66, Curicó -34.98 -71.24, Linares -35.85 -71.60;
    Ñuble: Chillán -36.61 -72.10; Biobío: Concepción -36.83 -73.05, Talcahuano -36.72 -73.12, Los Ángeles -37.47 -72.35, Coronel -37.03 -73.14;
    Araucanía: Temuco -38.74 -72.60; Los Ríos: Valdivia -39.81 -73.25; Los Lagos: Puerto Montt -41.47 -72.94, Osorno -40.57 -73.13, Castro -42.48 -73.76; Magallanes: Punta Arenas -53.16 -70.92`,
  PE: `Lima: Lima -12.05 -77.04, Huacho -11.11 -77.61, Ate -12.03 -76.92, Lurín -12.27 -76.87; Callao: Callao -12.06 -77.15; Arequipa: Arequipa -16.41 -71.54, Mollendo -17.02 -72.02, Matarani -17.00 -72.10;
    Moquegua: Moquegua -17.19 -70.93, Ilo -17.64 -71.34; Tacna: Tacna -18.01 -70.25; Cusco: Cusco -13.53 -71.97, Espinar -14.79 -71.41, Quillabamba -12.86 -72.69; Puno: Puno -15.84 -70.02, Juliaca -15.50 -70.13;
    Junín: Huancayo -12.07 -75.21, La Oroya -11.52 -75.90, Satipo -11.25 -74.64; Cajamarca: Cajamarca -7.16 -78.51, Jaén -5.71 -78.81; La Libertad: Trujillo -8.11 -79.03, Pacasmayo -7.40 -79.57; Lambayeque: Chiclayo -6.77 -79.84;
    Piura: Piura -5.19 -80.63, Paita -5.09 -81.11, Sullana -4.90 -80.69; Ica: Ica -14.07 -75.73, Pisco -13.71 -76.20, Chincha Alta -13.42 -76.13; Áncash: Chimbote -9.08 -78.59, Huaraz -9.53 -77.53; San Martín: Tarapoto -6.49 -76.37, Moyobamba -6.03 -76.97;
    Ucayali: Pucallpa -8.38 -74.55; Loreto: Iquitos -3.75 -73.25; Ayacucho: Ayacucho -13.16 -74.22; Apurímac: Abancay -13.64 -72.88; Pasco: Cerro de Pasco -10.68 -76.26; Huánuco: Huánuco -9.93 -76.24, Tingo María -9.30 -76.00`,
  CO: `Bogotá D.C.: Bogotá 4.71 -74.07; Cundinamarca: Soacha 4.58 -74.22, Zipaquirá 5.02 -74.00, Funza 4.72 -74.21; Antioquia: Medellín 6.24 -75.58, Itagüí 6.18 -75.60, Rionegro 6.15 -75.37, Apartadó 7.88 -76.63; Valle del Cauca: Cali 3.45 -76.53, Palmira 3.54 -76.30, Yumbo 3.58 -76.49, Buenaventura 3.88 -77.03;
    Atlántico: Barranquilla 10.97 -74.80; Bolívar: Cartagena 10.39 -75.51; Santander: Bucaramanga 7.12 -73.12, Barrancabermeja 7.07 -73.85; Caldas: Manizales 5.07 -75.52; Risaralda: Pereira 4.81 -75.69; Quindío: Armenia 4.53 -75.68; Huila: Neiva 2.93 -75.28, Pitalito 1.85 -76.05; Nariño: Pasto 1.21 -77.28;
    Tolima: Ibagué 4.44 -75.23; Cesar: Valledupar 10.46 -73.25, La Jagua de Ibirico 9.56 -73.34; La Guajira: Riohacha 11.54 -72.91; Magdalena: Santa Marta 11.24 -74.20; Norte de Santander: Cúcuta 7.89 -72.50; Meta: Villavicencio 4.14 -73.63; Cauca: Popayán 2.44 -76.61; Boyacá: Duitama 5.83 -73.03, Sogamoso 5.71 -72.93`,
  MX: `Ciudad de México: Ciudad de México 19.43 -99.13; Estado de México: Toluca 19.29 -99.66, Naucalpan 19.48 -99.24; Nuevo León: Monterrey 25.67 -100.31, Apodaca 25.78 -100.19, San Nicolás de los Garza 25.74 -100.30; Jalisco: Guadalajara 20.67 -103.35, Zapopan 20.72 -103.39, Tlaquepaque 20.64 -103.31; Puebla: Puebla 19.04 -98.21;
    Querétaro: Querétaro 20.59 -100.39, San Juan del Río 20.39 -99.99; Guanajuato: León 21.12 -101.68, Celaya 20.53 -100.81, Irapuato 20.68 -101.36, Silao 20.94 -101.43; Aguascalientes: Aguascalientes 21.88 -102.29; San Luis Potosí: San Luis Potosí 22.15 -100.98; Chihuahua: Ciudad Juárez 31.69 -106.42, Chihuahua 28.63 -106.07, Delicias 28.19 -105.47;
    Baja California: Tijuana 32.51 -117.04, Mexicali 32.62 -115.45, Ensenada 31.87 -116.60; Sonora: Hermosillo 29.07 -110.96, Cananea 30.98 -110.29, Guaymas 27.92 -110.90; Coahuila: Saltillo 25.42 -101.00, Torreón 25.54 -103.41; Tamaulipas: Reynosa 26.09 -98.28, Tampico 22.26 -97.87; Zacatecas: Zacatecas 22.77 -102.58, Fresnillo 23.18 -102.87;
    Michoacán: Morelia 19.70 -101.19, Uruapan 19.42 -102.06; Oaxaca: Oaxaca 17.07 -96.73; Chiapas: Tuxtla Gutiérrez 16.75 -93.12, Tapachula 14.90 -92.26; Veracruz: Veracruz 19.17 -96.13, Xalapa 19.54 -96.91; Yucatán: Mérida 20.97 -89.62; Sinaloa: Culiacán 24.81 -107.39; Hidalgo: Pachuca 20.10 -98.76; Morelos: Cuernavaca 18.92 -99.23; Durango: Durango 24.03 -104.65`,
  BR: `São Paulo: São Paulo -23.55 -46.63, Campinas -22.91 -47.06, São José dos Campos -23.18 -45.88, Sorocaba -23.50 -47.46, Ribeirão Preto -21.18 -47.81, Santos -23.96 -46.33; Minas Gerais: Belo Horizonte -19.92 -43.94, Itabira -19.62 -43.23, Contagem -19.93 -44.05, Ipatinga -19.47 -42.54, Uberlândia -18.92 -48.28, Mariana -20.38 -43.42, Santa Rita do Sapucaí -22.25 -45.70;
    Pará: Belém -1.46 -48.50, Parauapebas -6.07 -49.90, Marabá -5.37 -49.12, Canaã dos Carajás -6.50 -49.88; Bahia: Salvador -12.97 -38.50, Ilhéus -14.79 -39.05, Camaçari -12.70 -38.32; Rio de Janeiro: Rio de Janeiro -22.91 -43.17, Macaé -22.37 -41.79; Espírito Santo: Vitória -20.32 -40.34; Paraná: Curitiba -25.43 -49.27, Londrina -23.31 -51.16, Maringá -23.42 -51.94;
    Santa Catarina: Blumenau -26.92 -49.07, Joinville -26.30 -48.85, Brusque -27.10 -48.91, Florianópolis -27.60 -48.55; Rio Grande do Sul: Porto Alegre -30.03 -51.23, Caxias do Sul -29.17 -51.18, Novo Hamburgo -29.68 -51.13; Amazonas: Manaus -3.12 -60.02; Goiás: Goiânia -16.69 -49.26, Catalão -18.17 -47.95; Ceará: Fortaleza -3.73 -38.52; Pernambuco: Recife -8.05 -34.88, Petrolina -9.39 -40.50; Mato Grosso: Cuiabá -15.60 -56.10, Sorriso -12.54 -55.71; Maranhão: São Luís -2.53 -44.30`,
  PT: `Lisboa: Lisboa 38.72 -9.14, Loures 38.83 -9.17, Torres Vedras 39.09 -9.26; Porto: Porto 41.15 -8.61, Maia 41.23 -8.62, Santo Tirso 41.34 -8.48, Felgueiras 41.36 -8.20; Braga: Braga 41.55 -8.42, Guimarães 41.44 -8.30, Barcelos 41.54 -8.62, Vila Nova de Famalicão 41.41 -8.52; Aveiro: Aveiro 40.64 -8.65, Águeda 40.57 -8.44, São João da Madeira 40.90 -8.49, Oliveira de Azeméis 40.84 -8.48;
    Coimbra: Coimbra 40.21 -8.43; Leiria: Leiria 39.74 -8.81, Marinha Grande 39.75 -8.93; Viseu: Viseu 40.66 -7.91; Castelo Branco: Covilhã 40.28 -7.50, Fundão 40.14 -7.50; Setúbal: Setúbal 38.52 -8.89, Palmela 38.57 -8.90, Sines 37.96 -8.87; Évora: Évora 38.57 -7.91; Beja: Beja 38.02 -7.86, Castro Verde 37.70 -8.08, Aljustrel 37.88 -8.16; Faro: Faro 37.02 -7.93; Santarém: Santarém 39.24 -8.69; Viana do Castelo: Viana do Castelo 41.69 -8.83`,
  ES: `Madrid: Madrid 40.42 -3.70, Getafe 40.31 -3.73, Alcalá de Henares 40.48 -3.36; Cataluña: Barcelona 41.39 2.17, Sabadell 41.55 2.11, Terrassa 41.56 2.01, Mataró 41.54 2.44, Lleida 41.62 0.62, Tarragona 41.12 1.25; Comunidad Valenciana: Valencia 39.47 -0.38, Alcoy 38.70 -0.47, Elche 38.27 -0.70, Castellón de la Plana 39.99 -0.04; País Vasco: Bilbao 43.26 -2.93, Vitoria-Gasteiz 42.85 -2.67, Eibar 43.18 -2.47;
    Andalucía: Sevilla 37.39 -5.98, Huelva 37.26 -6.95, Riotinto 37.70 -6.59, Jaén 37.77 -3.79, Almería 36.84 -2.46, Málaga 36.72 -4.42, Córdoba 37.88 -4.78; Galicia: Vigo 42.24 -8.72, A Coruña 43.37 -8.40, Lugo 43.01 -7.56; Aragón: Zaragoza 41.65 -0.88; Asturias: Gijón 43.54 -5.66, Avilés 43.56 -5.92; Murcia: Murcia 37.98 -1.13, Molina de Segura 38.05 -1.21; Navarra: Pamplona 42.81 -1.65; La Rioja: Logroño 42.47 -2.45; Castilla y León: Valladolid 41.65 -4.72, Burgos 42.34 -3.70, Béjar 40.39 -5.76; Extremadura: Badajoz 38.88 -6.97`,
  MY: `Penang: George Town 5.41 100.34, Bayan Lepas 5.29 100.26, Seberang Perai 5.39 100.40; Selangor: Shah Alam 3.07 101.52, Klang 3.04 101.45, Petaling Jaya 3.11 101.61, Rawang 3.32 101.58; Kuala Lumpur: Kuala Lumpur 3.14 101.69; Johor: Johor Bahru 1.49 103.74, Batu Pahat 1.85 102.93, Muar 2.04 102.57, Pasir Gudang 1.47 103.90; Kedah: Kulim 5.37 100.56, Sungai Petani 5.65 100.49; Perak: Ipoh 4.60 101.08; Melaka: Melaka 2.19 102.25; Negeri Sembilan: Seremban 2.73 101.94; Sabah: Kota Kinabalu 5.98 116.07; Sarawak: Kuching 1.55 110.34; Pahang: Kuantan 3.81 103.33`,
  AR: `Buenos Aires: Buenos Aires -34.60 -58.38, La Plata -34.92 -57.95, Bahía Blanca -38.72 -62.27; Mendoza: Mendoza -32.89 -68.84; San Juan: San Juan -31.54 -68.54; Santa Fe: Rosario -32.94 -60.64; Córdoba: Córdoba -31.42 -64.18; Salta: Salta -24.79 -65.41; Catamarca: San Fernando del Valle de Catamarca -28.47 -65.79; Jujuy: San Salvador de Jujuy -24.19 -65.30`,
  EC: `Guayas: Guayaquil -2.19 -79.89; Pichincha: Quito -0.18 -78.47; Azuay: Cuenca -2.90 -79.00; Manabí: Manta -0.97 -80.71; Zamora Chinchipe: Yantzaza -3.83 -78.76`,
  BO: `La Paz: La Paz -16.50 -68.15, El Alto -16.51 -68.16; Oruro: Oruro -17.97 -67.11; Potosí: Uyuni -20.46 -66.83; Santa Cruz: Santa Cruz de la Sierra -17.78 -63.18; Cochabamba: Cochabamba -17.39 -66.16`,
  CR: `San José: San José 9.93 -84.08; Alajuela: Alajuela 10.02 -84.21; Heredia: Heredia 10.00 -84.12; Cartago: Cartago 9.86 -83.92`,
  UY: `Montevideo: Montevideo -34.90 -56.19`,
  PY: `Asunción: Asunción -25.28 -57.63`,
  GT: `Guatemala: Ciudad de Guatemala 14.63 -90.51`,
  PA: `Panamá: Ciudad de Panamá 8.98 -79.52`,
  DO: `Santo Domingo: Santo Domingo 18.49 -69.93`,
  US: `Texas: Houston 29.76 -95.37; Arizona: Tucson 32.22 -110.97; Florida: Miami 25.76 -80.19; California: Los Angeles 34.05 -118.24; New York: New York 40.71 -74.01`,
  CA: `Ontario: Toronto 43.65 -79.38, Sudbury 46.49 -81.01; British Columbia: Vancouver 49.28 -123.12; Quebec: Montreal 45.50 -73.57`,
  AU: `Western Australia: Perth -31.95 115.86; Queensland: Brisbane -27.47 153.03`,
  GB: `England: London 51.51 -0.13, Birmingham 52.48 -1.90, Manchester 53.48 -2.24, Leeds 53.80 -1.55; Scotland: Glasgow 55.86 -4.25, Aberdeen 57.15 -2.09`,
  DE: `Hamburg: Hamburg 53.55 9.99; Bayern: München 48.14 11.58`,
  FR: `Île-de-France: Paris 48.86 2.35`,
  NL: `Zuid-Holland: Rotterdam 51.92 4.48`,
  IT: `Lombardia: Milano 45.46 9.19`,
  ID: `Jawa: Surabaya -7.26 112.75, Jakarta -6.21 106.85`,
  TH: `Bangkok: Bangkok 13.76 100.50`,
  VN: `Ho Chi Minh: Ho Chi Minh City 10.82 106.63`,
  SG: `Singapore: Singapore 1.35 103.82`,
  ZA: `Gauteng: Johannesburg -26.20 28.05`,
}

const townPattern = /^(.+?) (-?\d+\.\d+) (-?\d+\.\d+)$/

function townsOf(country: string, text: string): Town[] {
  return text.split(';').flatMap((part) => {
    const [region = '', list = ''] = part.split(':').map((side) => side.trim().replace(/\s+/g, ' '))
    return list.split(',').map((entry) => {
      const [, locality, latitude, longitude] = townPattern.exec(entry.trim()) ?? []
      if (locality === undefined) throw new Error(`the gazetteer cannot be read at "${entry}"`)
      return { country, region, locality, latitude: Number(latitude), longitude: Number(longitude) }
    })
  })
}

let all: readonly Town[] | undefined

/** Towns where buyers and suppliers of the demo sectors sit, by country; facts of geography, not a complete list. */
export const towns = (): readonly Town[] =>
  (all ??= Object.entries(rows).flatMap(([country, text]) => townsOf(country, text)))
