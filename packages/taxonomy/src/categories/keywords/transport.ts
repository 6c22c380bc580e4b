/** Words people use for CPV 34, 60, 63 and 64: significant digits | English | Spanish | Portuguese, each a comma list. */
export const transportKeywords = `
34|vehicle, automotive|vehículo, automotriz|veículo, automóvel
3411|car, electric car|auto, automóvil|carro, automóvel
3412|bus, minibus, electric bus, coach vehicle|bus, minibús, microbús, bus eléctrico|autocarro, minibus, ônibus
3413|truck, pick-up, van, lorry|camión, camioneta, furgón|camião, caminhão, carrinha, furgão
3414|tanker truck, water truck, fire engine, snow plough, crane truck, dump truck|camión aljibe, camión cisterna, carro bomba, camión pluma, camión tolva|camião-cisterna, camião betoneira, autobomba
342|trailer, semi-trailer, truck body, tipper body, container shelter|remolque, semirremolque, carrocería, tolva de camión|reboque, semirreboque, carroçaria, basculante
3431|engine part, piston, fuel filter, engine|repuesto de motor, pistón, filtro de combustible|peça de motor, pistão, filtro de combustível
3432|brake, brake pad, clutch, suspension, gearbox vehicle, axle|freno, pastilla de freno, embrague, suspensión, caja de cambios|travão, pastilha, embraiagem, suspensão
3433|automotive part, stamped part, car part, bumper, truck part, metal stamping|autoparte, pieza estampada, parachoques, repuesto de camión, estampado|peça automóvel, autopeça, peça estampada, para-choques, estampagem
3435|tyre, tire, OTR tyre|neumático, llanta, neumático OTR|pneu
344|bicycle, motorcycle|bicicleta, motocicleta|bicicleta, moto
345|boat, vessel, workboat, barge|bote, embarcación, lancha, barcaza|barco, embarcação, barcaça
346|railway part, wagon, locomotive|vagón, locomotora, repuesto ferroviario|vagão, locomotiva
3471|drone, UAV, unmanned aircraft|dron, VANT|drone, VANT
3473|aircraft part, aerospace part|pieza aeronáutica|peça aeronáutica, aeroespacial
3492|road sign, guard rail, safety barrier, road marking|señalética vial, barrera de contención, demarcación, defensa caminera|sinalização rodoviária, guarda de segurança, marcação de estrada
3494|rail, sleeper rail, track material|riel, durmiente, vía férrea|carril, travessa
3497|traffic camera, radar speed|control de tránsito, radar de velocidad|controlo de tráfego
3499|traffic light|semáforo|semáforo
60|transport, freight, haulage|transporte, flete, acarreo|transporte, frete
601|road transport, trucking|transporte terrestre, transporte por carretera|transporte rodoviário
6013|staff transport, personnel bus, shift bus|transporte de personal, bus de acercamiento, traslado de trabajadores|transporte de pessoal, transporte de trabalhadores
6017|car rental with driver, minivan with driver|arriendo de vehículos con chofer|aluguer com motorista
6018|bulk transport, concentrate transport, truck hire, acid transport, refrigerated transport, oversize load, dangerous goods transport, distribution by truck|transporte de concentrado, transporte a granel, arriendo de camiones, transporte de ácido, transporte refrigerado, carga sobredimensionada, sustancias peligrosas, reparto|transporte a granel, transporte refrigerado, mercadorias perigosas, carga sobredimensionada, aluguer de camiões
602|rail freight|transporte ferroviario|transporte ferroviário
603|pipeline transport, slurry pipeline|mineroducto, transporte por ductos|mineroduto, transporte por dutos
604|air freight, air cargo, helicopter, charter flight|carga aérea, helicóptero, vuelo chárter|carga aérea, helicóptero, voo charter
6044|drone flight, aerial spraying, aerial survey|vuelo de dron, fumigación aérea, levantamiento aéreo|voo de drone, pulverização aérea
606|sea freight, shipping, cabotage|transporte marítimo, cabotaje|transporte marítimo, cabotagem
63|logistics|logística|logística
6311|container handling, stevedoring, loading and unloading, crane handling|estiba, manejo de contenedores, carga y descarga|estiva, movimentação de contentores, carga e descarga
6312|warehouse, storage, cold storage, warehousing, fulfilment, stock keeping, third-party logistics, 3PL|bodega, almacenamiento, almacenaje, frigorífico, operador logístico|armazém, armazenagem, armazenamento frigorífico, operador logístico
6351|tour operator, travel agency, tourism experience, guided tour, community tourism|operador turístico, agencia de viajes, turismo, tour guiado, turismo comunitario|operador turístico, agência de viagens, turismo
6352|freight forwarder, customs broker, forwarding, customs clearance|agente de carga, agente de aduana, desaduanaje, freight forwarder|transitário, despachante, desalfandegamento
6371|parking, toll, towing vehicle|estacionamiento, peaje, grúa de auxilio|estacionamento, portagem, reboque de viaturas
6372|port service, pilotage, towage, mooring|servicio portuario, practicaje, remolcador, amarre|serviço portuário, pilotagem, rebocador
64|telecommunications|telecomunicaciones|telecomunicações
6411|postal, mail|correo, postal|correio, postal
6412|courier, last mile, parcel delivery|mensajería, última milla, encomienda|estafeta, última milha, encomenda
642|internet link, data link, satellite internet, telephony|enlace de datos, internet satelital, telefonía|ligação de dados, internet por satélite, telefonia
`
