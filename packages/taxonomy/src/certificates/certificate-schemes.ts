export const certificateTopics = [
  'quality',
  'environment',
  'people',
  'food',
  'farming',
  'textile',
  'industry',
  'electronics',
  'security',
  'sustainability',
] as const
export type CertificateTopic = (typeof certificateTopics)[number]

/** A scheme that buyers ask for by name; `name` is the one spelling we store. */
export type CertificateScheme = {
  readonly name: string
  readonly topic: CertificateTopic
  readonly en: string
  readonly es: string
  /** Other spellings and older or local names. */
  readonly aliases: readonly string[]
}

/** name | topic | what it is about in English | in Spanish | other spellings. */
const rows = `
ISO 9001|quality|Quality management|Gestión de la calidad|
ISO 17025|quality|Competent test and calibration laboratory|Laboratorio de ensayo y calibración competente|ISO/IEC 17025, NCh-ISO 17025
ISO 17020|quality|Competent inspection body|Organismo de inspección competente|ISO/IEC 17020
ISO 13485|quality|Quality in medical devices|Calidad en dispositivos médicos|
ISO 14001|environment|Environmental management|Gestión ambiental|
ISO 14064|environment|Greenhouse gas inventory|Inventario de gases de efecto invernadero|
ISO 50001|environment|Energy management|Gestión de la energía|
EMAS|environment|Environmental audit of the European Union|Auditoría ambiental de la Unión Europea|
FSC|environment|Wood and paper from well-kept forests|Madera y papel de bosques bien manejados|Forest Stewardship Council
PEFC|environment|Wood and paper from well-kept forests|Madera y papel de bosques bien manejados|
RSPO|environment|Palm oil with less harm|Aceite de palma con menor daño|
ISO 45001|people|Safety and health at work|Seguridad y salud en el trabajo|OHSAS 18001
SA8000|people|Decent work|Trabajo decente|SA 8000
SMETA|people|Audit of working conditions shared through Sedex|Auditoría de condiciones laborales compartida por Sedex|Sedex, Sedex SMETA
amfori BSCI|people|Audit of working conditions|Auditoría de condiciones laborales|BSCI
WRAP|people|Working conditions in clothing factories|Condiciones laborales en fábricas de ropa|WRAP certification, Worldwide Responsible Accredited Production
ISO 39001|people|Road safety|Seguridad vial|
B Corp|sustainability|Company that weighs people and planet beside profit|Empresa que pesa personas y planeta junto a la ganancia|B Corporation, Empresa B, Sistema B, Certified B
Fairtrade|sustainability|Fair price and terms for producers|Precio y trato justo para productores|FLO, comercio justo, Fair Trade, comércio justo, FLOCERT
Rainforest Alliance|sustainability|Farming that spares nature|Agricultura que cuida la naturaleza|UTZ
EcoVadis|sustainability|Rating of a firm's sustainability|Calificación de sostenibilidad de la empresa|
Copper Mark|sustainability|Responsible copper production|Producción responsable de cobre|
HACCP|food|Food hazards found and kept under control|Peligros alimentarios identificados y controlados|APPCC, hazard analysis and critical control points
ISO 22000|food|Food safety management|Gestión de la inocuidad|
FSSC 22000|food|Food safety management|Gestión de la inocuidad|FSSC
BRCGS|food|Food safety, asked by retailers|Inocuidad, pedida por cadenas de tiendas|BRC, BRC Food, BRC Global Standards, BRCGS Food Safety
IFS|food|Food safety, asked by retailers|Inocuidad, pedida por cadenas de tiendas|IFS Food, International Featured Standards
SQF|food|Safe quality food|Alimento seguro y de calidad|
GMP|food|Good manufacturing practice|Buenas prácticas de manufactura|BPM, buenas prácticas de manufactura, good manufacturing practices, BPF, boas práticas de fabrico
Halal|food|Fit for Muslim consumers|Apto para consumidores musulmanes|
Kosher|food|Fit for Jewish consumers|Apto para consumidores judíos|
Gluten-free|food|Free of gluten|Libre de gluten|sin TACC, certified gluten free, libre de gluten certificado
GLOBALG.A.P.|farming|Good farm practice|Buenas prácticas agrícolas|GlobalGAP, Global GAP, GLOBAL G.A.P., EurepGAP
EU Organic|farming|Organic by European rules|Orgánico según reglas europeas|organic EU, EU organic certification, orgánico UE, orgánico EU, ecológico UE, agricultura biológica UE, Reglamento UE 2018/848, EU 2018/848
USDA Organic|farming|Organic by rules of the United States|Orgánico según reglas de Estados Unidos|NOP, USDA NOP, orgánico USDA, organic USDA, USDA orgánico
JAS Organic|farming|Organic by Japanese rules|Orgánico según reglas japonesas|JAS
ASC|farming|Responsible fish farming|Acuicultura responsable|Aquaculture Stewardship Council
MSC|farming|Sustainable fishing|Pesca sostenible|Marine Stewardship Council
BAP|farming|Good practice in fish farming|Buenas prácticas en acuicultura|Best Aquaculture Practices
OEKO-TEX Standard 100|textile|Textiles tested for harmful substances|Textiles analizados por sustancias dañinas|OEKO-TEX, Oekotex, Öko-Tex, Standard 100
GOTS|textile|Organic textiles|Textiles orgánicos|Global Organic Textile Standard
GRS|textile|Recycled content|Contenido reciclado|Global Recycled Standard
RWS|textile|Wool from well-kept sheep|Lana de ovejas bien tratadas|Responsible Wool Standard
RAS|textile|Alpaca fibre with care|Fibra de alpaca responsable|Responsible Alpaca Standard
LWG|textile|Cleaner leather tanning|Curtido de cuero más limpio|Leather Working Group
IATF 16949|industry|Quality in car parts|Calidad en autopartes|ISO/TS 16949, TS 16949, IATF
AS9100|industry|Quality in aerospace|Calidad aeroespacial|AS 9100, EN 9100
ISO 3834|industry|Quality of welding|Calidad de soldadura|
EN 1090|industry|Steel structures for the European market|Estructuras de acero para el mercado europeo|
ASME|industry|Boilers and pressure vessels|Calderas y recipientes a presión|ASME stamp, ASME Section VIII, estampe ASME
CE marking|industry|Product meets European rules|El producto cumple reglas europeas|CE mark, CE marked, marcado CE, marcação CE, marca CE, CE certificate, certificación CE, certificado CE, CE compliance, CE conformity
ATEX|industry|Safe where gas or dust may explode|Seguro donde gas o polvo puede explotar|IECEx
IPC-A-610|electronics|Workmanship of electronic assemblies|Aceptabilidad de ensambles electrónicos|IPC 610, IPC610
IPC/WHMA-A-620|electronics|Workmanship of cable harnesses|Aceptabilidad de arneses de cable|IPC-A-620, IPC 620
UL|electronics|Product safety for North America|Seguridad de producto para Norteamérica|UL listed, UL certified, UL certification, certificación UL, UL recognised
RoHS|electronics|Few hazardous substances in electronics|Pocas sustancias peligrosas en electrónica|
REACH|electronics|Chemicals registered for Europe|Químicos registrados para Europa|REACH compliant, REACH registration, registro REACH, REACH regulation, reglamento REACH
SEC|electronics|Electrical product approved in Chile|Producto eléctrico aprobado en Chile|certificación SEC, certificado SEC, SEC certification
ISO 27001|security|Information security|Seguridad de la información|ISO/IEC 27001
ISO 22301|security|Business continuity|Continuidad del negocio|
ISO 37001|security|Against bribery|Antisoborno|
BASC|security|Safe trade|Comercio seguro|
AEO|security|Trusted trader with customs|Operador de confianza ante aduanas|OEA, Authorised Economic Operator, Operador Económico Autorizado, C-TPAT, CTPAT
`

/** Names that are also ordinary words or abbreviations: only one of their longer spellings is believed. */
export const shyNames: ReadonlySet<string> = new Set(['CE marking', 'WRAP', 'UL', 'SEC', 'REACH', 'Gluten-free', 'RAS'])

function schemeOf(row: string): CertificateScheme {
  const [name = '', topic = '', en = '', es = '', aliases = ''] = row.split('|')
  const known = certificateTopics.find((candidate) => candidate === topic)
  if (known === undefined) throw new Error(`unknown topic in the row of ${name}`)
  return {
    name,
    topic: known,
    en,
    es,
    aliases: aliases
      .split(',')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  }
}

let schemes: readonly CertificateScheme[] | undefined

/** Every certificate scheme we know by name, in the order of its topic. */
export const certificateSchemes = (): readonly CertificateScheme[] =>
  (schemes ??= rows.trim().split('\n').map(schemeOf))
