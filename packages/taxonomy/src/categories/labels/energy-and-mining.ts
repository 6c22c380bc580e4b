/** Our own names for CPV 09, 14, 41, 43, 65 and 76, one row each: significant digits | English | Spanish. */
export const energyAndMiningLabels = `
09|Fuels, electricity and other energy|Combustibles, electricidad y otras energías
091|Fuels for burning and driving|Combustibles
0911|Coal, pellets and other solid fuel|Carbón, pellets y otros combustibles sólidos
0912|Natural gas, LPG and biogas|Gas natural, GLP y biogás
0913|Petrol, diesel and other refined fuel|Gasolina, diésel y otros refinados
092|Oils, greases and petroleum products|Aceites, grasas y derivados del petróleo
0921|Lubricating oils and greases|Aceites y grasas lubricantes
0922|Waxes, petroleum jelly and white spirits|Ceras, vaselina y solventes de petróleo
0923|Crude oil|Petróleo crudo
0924|Bitumen feedstock, shale and coal products|Breas, esquistos y derivados del carbón
093|Power, heat and renewable energy|Energía eléctrica, calor y renovables
0931|Supply of electric power|Suministro eléctrico
0932|Steam and hot water|Vapor y agua caliente
0933|Solar panels, collectors and solar energy|Paneles, colectores y energía solar
0934|Fuel for nuclear plants|Combustible nuclear
14|Minerals and metals|Minerales y metales
142|Sand, gravel and clay|Arena, grava y arcilla
1421|Aggregates: sand, gravel, crushed rock|Áridos: arena, grava, piedra chancada
1422|Clays|Arcillas
143|Minerals for fertiliser and chemistry|Minerales para fertilizantes y química
1431|Minerals for fertiliser|Minerales para fertilizantes
1432|Minerals for the chemical industry|Minerales para la industria química
144|Salt|Sal
1441|Salt from mines|Sal de roca
1442|Salt from the sea|Sal de mar
1443|Refined salt|Sal refinada
1445|Brine|Salmuera
145|Gemstones, abrasives and other quarry goods|Gemas, abrasivos y otros productos de cantera
1452|Precious metals, gemstones, pumice and natural abrasives|Metales preciosos, gemas, piedra pómez y abrasivos naturales
146|Ores, alloys and scrap iron|Minerales metálicos, aleaciones y chatarra
1461|Ores and concentrates|Minerales y concentrados
1462|Ferroalloys and steel alloys|Ferroaleaciones y aceros aleados
1463|Slag and iron scrap|Escorias y chatarra de hierro
147|Metals in basic shapes|Metales en formas básicas
1471|Iron, copper, zinc, lead and tin|Hierro, cobre, cinc, plomo y estaño
1472|Aluminium, nickel, titanium and vanadium|Aluminio, níquel, titanio y vanadio
1473|Chromium, manganese, cobalt and zirconium|Cromo, manganeso, cobalto y circonio
1474|Molybdenum and rhodium|Molibdeno y rodio
1475|Tungsten, tantalum and cadmium|Wolframio, tantalio y cadmio
1476|Gallium, indium and barium|Galio, indio y bario
1477|Calcium, strontium and caesium|Calcio, estroncio y cesio
1478|Lithium, magnesium, potassium and sodium|Litio, magnesio, potasio y sodio
1479|Niobium, rhenium and palladium|Niobio, renio y paladio
148|Glass, abrasives and other minerals|Vidrio, abrasivos y otros minerales
1481|Grinding media and abrasives|Medios de molienda y abrasivos
1482|Flat and technical glass|Vidrio plano y técnico
1483|Glass fibre|Fibra de vidrio
149|Recovered raw materials|Materias primas recuperadas
1491|Recovered metals|Metales recuperados
1492|Recovered glass, paper and other non-metals|Vidrio, papel y otros no metales recuperados
1493|Metal-bearing ash and residues|Cenizas y residuos con metales
41|Water as a good|Agua
411|Natural and piped water|Agua natural y de red
4111|Water to drink|Agua potable
4112|Water for industry|Agua industrial
43|Machines for mines, quarries and building sites|Máquinas para minas, canteras y obras
431|Mining machines|Máquinas mineras
4312|Rock cutters, tunnellers and borers|Rozadoras, tuneladoras y perforadoras
4313|Drills and drill tools|Perforación: equipos y aceros
4314|Hydraulic roof supports|Fortificación hidráulica de techo
432|Earthmoving machines|Movimiento de tierra: maquinaria
4321|Bulldozers and other earthmovers|Bulldozers y otras máquinas de tierra
4322|Graders|Motoniveladoras
4323|Scrapers|Traíllas
4324|Compactors and rollers|Compactadores y rodillos
4325|Front loaders|Cargadores frontales
4326|Excavators, shovels and underground loaders|Excavadoras, palas y cargadores subterráneos
433|Building-site machines|Máquinas para la construcción
4331|Road and civil works machines|Máquinas viales y de obras civiles
4332|Site plant and scaffolding gear|Equipos de obra
434|Ore processing and foundry machines|Máquinas de procesamiento de mineral y fundición
4341|Crushers, mills, screens and flotation cells|Chancadores, molinos, harneros y celdas de flotación
4342|Foundry moulding machines|Moldeadoras de fundición
435|Vehicles on tracks|Vehículos sobre orugas
436|Wear and spare parts for mining and site machines|Repuestos y piezas de desgaste para minería y obras
4361|Parts for drills and borers|Repuestos de perforadoras
4362|Mill liners and parts for ore processing|Revestimientos y repuestos de planta de proceso
4363|Parts for sinking machines|Repuestos de profundización
4364|Parts for excavators and loaders|Repuestos de excavadoras y cargadores
437|Machines for metallurgy|Máquinas metalúrgicas
4371|Rolling mills|Laminadores
4372|Casting equipment|Equipos de colada
438|Workshop machines and tools|Máquinas y herramientas de taller
4381|Woodworking machines|Máquinas para madera
4382|Shoe-making machines|Máquinas para calzado
4383|Powered hand tools|Herramientas eléctricas
4384|Forge tools|Equipos de forja
65|Water, gas and power supply|Suministro de agua, gas y electricidad
651|Water supply|Suministro de agua
6511|Piped water supply|Distribución de agua por red
6512|Running of water treatment plants|Operación de plantas potabilizadoras
6513|Running of water networks|Operación de redes de agua
652|Gas supply|Suministro de gas
6521|Piped gas supply|Distribución de gas por red
653|Power supply and grid services|Suministro y redes eléctricas
6531|Power grids|Redes de distribución eléctrica
6532|Running of electrical installations|Operación de instalaciones eléctricas
654|Other energy supply|Otros suministros de energía
6541|Running of power plants|Operación de centrales de energía
655|Meter readings|Lectura de medidores
76|Services to oil and gas fields|Servicios a yacimientos de petróleo y gas
761|Gas field expertise|Servicios profesionales para gas
762|Oil field expertise|Servicios profesionales para petróleo
763|Drilling as a service|Servicios de perforación
7631|Gas well drilling|Perforación de pozos de gas
7632|Drilling at sea|Perforación costa afuera
7633|Turbine drilling|Perforación con turbina
7634|Core and exploration drilling|Sondajes y perforación de exploración
764|Well services|Servicios de pozo
765|Field services on land and at sea|Servicios de campo en tierra y mar
766|Pipeline checks|Inspección de ductos
`
