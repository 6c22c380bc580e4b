/** Our own names for CPV 22, 37, 39 and 92, one row each: significant digits | English | Spanish. */
export const furnishingAndLeisureLabels = `
22|Print|Impresos
221|Books and leaflets|Libros y folletos
222|Newspapers and magazines|Diarios y revistas
223|Cards and other print|Tarjetas y otros impresos
224|Stamps, cheques, catalogues and manuals|Timbres, cheques, catálogos y manuales
2245|Secure print|Impresos de seguridad
2246|Catalogues and sales print|Catálogos e impresos comerciales
225|Printing plates|Planchas de impresión
226|Inks|Tintas
2261|Inks for printing|Tintas de imprenta
228|Forms and bound stationery|Formularios y papelería encuadernada
229|Other print and paper|Otros impresos y papeles
2299|Paper and board for print|Papel y cartón para imprimir
37|Sport, toys, music and crafts|Deporte, juguetes, música y artesanía
373|Instruments for music|Instrumentos de música
374|Sports equipment|Equipos deportivos
3741|Outdoor sport gear|Equipos de deporte al aire libre
3744|Fitness machines|Máquinas de ejercicio
375|Toys and games|Juguetes y juegos
3752|Children's toys|Juguetes infantiles
378|Craft and art materials|Materiales de artesanía y arte
3781|Craft supplies and craft goods|Artesanías e insumos
39|Furniture, household goods and cleaning products|Muebles, artículos del hogar y limpieza
391|Furniture of all kinds|Muebles
3911|Chairs and seats|Sillas y asientos
3912|Tables, shelves and cabinets|Mesas, estantes y gabinetes
3913|Furniture for offices|Muebles de oficina
3914|Furniture for homes|Muebles de hogar
3915|Trade, display and other furniture|Muebles de exhibición y otros
3916|Furniture for schools|Muebles escolares
3917|Furniture for shops|Muebles de tienda
3918|Furniture for laboratories|Muebles de laboratorio
3919|Wall coverings|Revestimientos de muro
392|Kitchen and home goods|Artículos de cocina y hogar
3922|Kitchen gear, tableware and brushes|Utensilios, vajilla y escobas
3924|Knives, forks and spoons|Cuchillería
3929|Other furnishings|Otros artículos de decoración
393|Catering, disinfection and other equipment|Equipos de casino, desinfección y otros
3931|Equipment for canteens and kitchens|Equipos para casinos y cocinas
3933|Disinfecting devices|Equipos de desinfección
3936|Seals and gaskets|Sellos y empaquetaduras
3937|Water fittings|Instalaciones de agua
395|Household textiles and rope|Textiles del hogar y cuerdas
3951|Bed linen, towels and curtains|Ropa de cama, toallas y cortinas
3952|Tarpaulins, tents, sails and other sewn goods|Lonas, carpas, velas y otros confeccionados
3953|Carpets|Alfombras
3954|Rope, twine and nets|Cuerdas, cordeles y redes
3955|Nonwoven goods|Artículos de tela no tejida
3956|Other textile goods|Otros artículos textiles
397|Household appliances|Electrodomésticos
3971|Electric appliances|Aparatos eléctricos
3972|Gas and other appliances|Aparatos a gas y otros
398|Cleaning products and polish|Productos de limpieza
3981|Air fresheners and polish|Aromatizantes y ceras
3982|Detergents and surfactants|Detergentes y tensoactivos
3983|Cleaning supplies|Insumos de aseo
92|Culture, sport and media services|Servicios de cultura, deporte y medios
921|Film and video|Cine y video
9211|Film and video making|Producción de cine y video
922|Radio and TV services|Servicios de radio y televisión
923|Shows and entertainment|Espectáculos y entretención
924|News agencies|Agencias de noticias
925|Libraries, museums and heritage|Bibliotecas, museos y patrimonio
9252|Museums and care of heritage|Museos y conservación del patrimonio
926|Sports services|Servicios deportivos
927|Internet cafés|Cibercafés
`
