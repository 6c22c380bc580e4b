/** Our own names for CPV 34, 60, 63 and 64, one row each: significant digits | English | Spanish. */
export const transportLabels = `
34|Vehicles, ships, aircraft and their parts|Vehículos, naves, aeronaves y sus partes
341|Cars, trucks and buses|Autos, camiones y buses
3411|Cars and pick-ups for passengers|Autos de pasajeros
3412|Buses and minibuses|Buses y minibuses
3413|Trucks, vans and pick-ups|Camiones, furgones y camionetas
3414|Heavy and special trucks|Camiones pesados y especiales
3415|Driving simulators|Simuladores de conducción
342|Bodies and trailers|Carrocerías y remolques
3421|Truck and bus bodies|Carrocerías
3422|Trailers and mobile units|Remolques y unidades móviles
343|Parts for vehicles|Repuestos de vehículos
3431|Engines and parts for vehicles|Motores y sus partes para vehículos
3432|Brakes, gearboxes and other mechanical parts|Frenos, cajas y otras partes mecánicas
3433|Spares for trucks, vans and cars|Repuestos de camiones, furgones y autos
3435|Tyres|Neumáticos
3437|Vehicle seats|Asientos de vehículo
3439|Tractor fittings|Accesorios de tractor
344|Motorbikes and bicycles|Motos y bicicletas
3441|Motorbikes|Motos
3443|Bikes and parts|Bicicletas y partes
345|Vessels|Embarcaciones
3451|Large vessels|Buques
3452|Small craft|Botes y lanchas
346|Trains and rail parts|Trenes y partes ferroviarias
3462|Wagons and coaches|Vagones y coches
3463|Rail parts and signalling|Partes y señalización ferroviaria
347|Aircraft and drones|Aeronaves y drones
3471|Powered aircraft|Aeronaves con motor
3473|Aircraft parts|Partes de aeronaves
349|Road, rail, port and airport equipment|Equipamiento vial, ferroviario, portuario y aeroportuario
3492|Road furniture, signs and barriers|Señales, barreras y equipamiento vial
3493|Marine gear|Equipos marinos
3494|Rails and track gear|Rieles y equipos de vía
3495|Load platforms and supports|Plataformas y soportes de carga
3496|Airport gear|Equipos de aeropuerto
3497|Traffic monitors|Monitoreo de tránsito
3499|Traffic signals and safety lights|Semáforos y luces de seguridad
60|Transport of goods and people|Transporte de carga y personas
601|Transport by road|Transporte por carretera
6012|Taxis|Taxis
6013|Buses for staff and special passengers|Buses de personal y pasajeros especiales
6014|Charter buses|Buses contratados
6016|Mail by road|Correo por carretera
6017|Passenger vehicles with driver|Vehículos de pasajeros con conductor
6018|Trucks with driver|Camiones con conductor
602|Transport by rail|Transporte por ferrocarril
603|Transport by pipeline|Transporte por ductos
604|Transport by air|Transporte aéreo
6042|Air charter|Vuelos contratados
6044|Flights for survey and spraying|Vuelos de trabajo y fumigación
605|Transport into space|Transporte espacial
606|Transport by water|Transporte marítimo y fluvial
6061|Ferries|Transbordadores
6064|Shipping runs|Operaciones navieras
63|Logistics and travel support|Logística y apoyo al viaje
631|Handling and storage of cargo|Manejo y almacenamiento de carga
6311|Loading, unloading and container handling|Carga, descarga y manejo de contenedores
6312|Warehouses and cold stores|Bodegas y frigoríficos
635|Travel agents, tours and freight agents|Agencias de viaje, turismo y carga
6351|Travel agents and tour makers|Agencias de viaje y operadores de turismo
6352|Freight forwarders and customs brokers|Agentes de carga y de aduana
637|Support for roads, ports and airports|Apoyo a caminos, puertos y aeropuertos
6371|Roadside, parking and tolls|Auxilio vial, estacionamiento y peajes
6372|Port and towage support|Servicios portuarios y remolque
6373|Airport support|Servicios aeroportuarios
64|Post and telecom services|Correo y telecomunicaciones
641|Post and couriers|Correo y mensajería
6411|Mail delivery|Reparto de correo
6412|Courier delivery|Mensajería
642|Phone, data and satellite services|Telefonía, datos y satélite
6421|Phone and data lines|Telefonía y datos
6422|Other telecom services|Otros servicios de telecomunicación
`
