/** Words people use for CPV 38, 42, 50 and 51: significant digits | English | Spanish | Portuguese, each a comma list. */
export const machineryAndInstrumentsKeywords = `
38|instrument, laboratory equipment, measuring|instrumento, equipo de laboratorio, medición|instrumento, equipamento de laboratório, medição
3811|GPS, GNSS, compass|GPS, GNSS, brújula|GPS, GNSS, bússola
3812|weather station, anemometer, rain gauge|estación meteorológica, anemómetro, pluviómetro|estação meteorológica, anemómetro, pluviómetro
382|geophysical instrument, seismometer, geophone, magnetometer|instrumento geofísico, sismómetro, geófono, magnetómetro|instrumento geofísico, sismómetro, geofone
3829|total station, lidar, piezometer, inclinometer, slope radar, tailings monitoring instrument|estación total, lidar, piezómetro, inclinómetro, radar de taludes, instrumentación de relaves|estação total, lidar, piezómetro, inclinómetro, radar de taludes
3831|balance, precision scale|balanza|balança
3833|calliper, caliper, micrometer, tape measure|pie de metro, calibre, micrómetro, huincha|paquímetro, micrómetro, fita métrica
3842|flow meter, level sensor, pressure gauge, manometer, flowmeter, pressure transmitter|caudalímetro, flujómetro, sensor de nivel, manómetro, transmisor de presión|caudalímetro, medidor de vazão, sensor de nível, manómetro
3843|gas detector, gas analyser, spectrometer, chromatograph, dust monitor, air quality monitor, pH meter|detector de gas, analizador de gases, espectrómetro, cromatógrafo, monitor de polvo, calidad del aire, pHmetro|detetor de gás, analisador, espectrómetro, cromatógrafo, monitor de poeira, qualidade do ar
3851|microscope|microscopio|microscópio
3854|test bench, tensile tester, hardness tester, ultrasonic tester, load cell|banco de pruebas, durómetro, ultrasonido industrial, celda de carga|banco de ensaio, durómetro, célula de carga
3855|smart meter, energy meter, water meter|medidor inteligente, medidor de energía, medidor de agua|contador inteligente, contador de energia, contador de água
3857|thermostat, controller, regulator|termostato, controlador, regulador|termóstato, controlador, regulador
3865|drone camera, photographic camera, lens|cámara fotográfica, lente|câmara fotográfica, lente
388|process control, automation, PLC, instrumentation|control de procesos, automatización, PLC, instrumentación|controlo de processos, automação, PLC, instrumentação
3881|distributed control system, DCS, process sensor, condition monitoring sensor, vibration sensor|sistema de control distribuido, sensor de proceso, sensor de vibración, monitoreo de condiciones|sistema de controlo distribuído, sensor de processo, sensor de vibração
3882|remote control, teleoperation, tele-remote, autonomous operation|control remoto, teleoperación, operación autónoma|controlo remoto, teleoperação
3891|hygiene test, allergen test, microbiology kit|prueba de higiene, test de alérgenos, kit microbiológico|teste de higiene, teste de alergénios
3893|moisture meter, humidity sensor|medidor de humedad, sensor de humedad|medidor de humidade
42|machine, machinery, industrial equipment|máquina, maquinaria, equipo industrial|máquina, maquinaria, equipamento industrial
4211|turbine, diesel engine|turbina, motor diésel|turbina, motor diesel
4212|pump, slurry pump, centrifugal pump, compressor, hydraulic cylinder, hydraulic hose assembly, vacuum pump, dewatering pump|bomba, bomba de pulpa, bomba centrífuga, compresor, cilindro hidráulico, bomba de vacío, hidráulica|bomba, bomba de polpa, bomba centrífuga, compressor, cilindro hidráulico, bomba de vácuo
4213|valve, knife gate valve, ball valve, check valve, tap|válvula, válvula de cuchillo, válvula de bola, llave de paso|válvula, torneira, válvula de esfera
4214|gear, gearbox, reducer, pulley, shaft, coupling, sprocket, transmission, idler pulley|engranaje, reductor, polea, eje, acoplamiento, piñón, transmisión, caja reductora|engrenagem, redutor, polia, eixo, acoplamento, transmissão
4216|industrial boiler, steam boiler, boiler|caldera, caldera industrial, caldera de vapor|caldeira, caldeira industrial
4221|food processing machine, pasteuriser, mixer for food, fruit pulper, coffee roaster, oven line, milling line, dryer for food, freeze dryer, pulper|máquina de alimentos, pasteurizador, despulpadora, tostadora de café, secador de alimentos, liofilizador, línea de molienda|máquina alimentar, pasteurizador, despolpadora, torrador de café, secador de alimentos, liofilizador
4232|incinerator|incinerador|incinerador
4233|furnace, smelting furnace, refractory, arc furnace|horno de fundición, refractario, horno de arco|forno de fundição, refratário
4234|industrial oven, kiln|horno industrial, horno de secado|forno industrial
4241|crane, hoist, conveyor, conveyor belt, forklift, lift, elevator, overhead crane, belt conveyor, idler, lifting equipment, escalator, stacker|grúa, tecle, polipasto, correa transportadora, cinta transportadora, grúa horquilla, montacargas, ascensor, puente grúa, izaje, polín|grua, guindaste, talha, correia transportadora, tapete transportador, empilhador, elevador, ponte rolante
4242|bucket, grab, excavator bucket|balde, garra, cuchara|balde, garra
4251|heat exchanger, air conditioning, refrigeration, cold room, dust filter, bag filter, dust collector, air filter, heat pump, chiller, scrubber|intercambiador de calor, aire acondicionado, refrigeración, cámara de frío, filtro de mangas, colector de polvo, filtro de aire, bomba de calor, chiller, lavador de gases|permutador de calor, ar condicionado, refrigeração, câmara frigorífica, filtro de mangas, coletor de pó, filtro de ar, bomba de calor, chiller
4252|fan, ventilation, mine fan, blower, duct|ventilador, ventilación, extractor, soplador, ducto de ventilación|ventilador, ventilação, exaustor, soprador
426|machine tool, machining|máquina herramienta, maestranza|máquina-ferramenta
4261|laser cutting machine, CNC, machining centre|corte láser, CNC, centro de mecanizado|corte a laser, CNC, centro de maquinação
4262|lathe, milling machine|torno, fresadora|torno, fresadora
4263|press brake, hydraulic press, bending machine|plegadora, prensa hidráulica, cizalla|quinadora, prensa hidráulica
4265|pneumatic tool, impact wrench, torque tool|herramienta neumática, llave de impacto, torque|ferramenta pneumática, chave de impacto
4266|welding machine, welding wire, electrode welding, thermal spray, brazing|soldadora, alambre de soldar, electrodo de soldadura, metalizado|máquina de soldar, arame de soldadura, elétrodo de soldadura
4271|sewing machine, loom, knitting machine, dyeing machine, embroidery machine|máquina de coser, telar, máquina de tejer, máquina de teñir, bordadora|máquina de costura, tear, máquina de malha, máquina de tingir
4291|filter press, water filter, reverse osmosis unit, desalination unit, membrane, distiller, filtration, ultrafiltration|filtro prensa, filtro de agua, osmosis inversa, desalinizador, desaladora, membrana, filtración, ultrafiltración|filtro-prensa, filtro de água, osmose inversa, dessalinizador, membrana, filtração
4292|packaging machine, filling machine, labeller, checkweigher, bottling line, palletiser, sprayer nozzle, misting system, fog cannon, wrapping machine, weighing, weighbridge|envasadora, llenadora, etiquetadora, embotelladora, paletizador, boquilla, nebulizador, cañón de niebla, pesaje, romana, empacadora|embaladora, enchedora, rotuladora, linha de engarrafamento, paletizador, bico pulverizador, nebulizador, pesagem, báscula
4293|centrifuge, vending machine|centrífuga, máquina expendedora|centrífuga, máquina de venda automática
4299|robot, 3D printer, additive manufacturing, robotic arm, inspection robot, tank cleaning robot, special machine, autonomous vehicle|robot, impresora 3D, fabricación aditiva, brazo robótico, robot de inspección, máquina especial, robótica|robô, impressora 3D, fabrico aditivo, braço robótico, robótica
50|repair, maintenance, overhaul, refurbishment|reparación, mantención, mantenimiento, reacondicionamiento|reparação, manutenção, recondicionamento
5011|truck repair, fleet maintenance, vehicle workshop, haul truck maintenance, tyre service, body repair|taller mecánico, mantención de flota, reparación de camiones, vulcanización, desabolladura|oficina mecânica, manutenção de frota, reparação de camiões
5022|locomotive repair, wagon repair|reparación de locomotoras, vagones|reparação de locomotivas
5023|road maintenance, pothole, street lighting maintenance, haul road maintenance, dust control service|conservación de caminos, bacheo, mantención de caminos, mantenimiento vial, riego de caminos|manutenção de estradas, conservação rodoviária, iluminação pública
5024|ship repair, hull cleaning, dry dock|reparación naval, limpieza de cascos, varadero|reparação naval, doca seca
503|computer repair, printer maintenance|reparación de computadores, mantención de impresoras|reparação de computadores, manutenção de impressoras
5041|calibration, instrument calibration, metrology|calibración, metrología, calibración de instrumentos|calibração, metrologia
5042|medical equipment maintenance|mantención de equipos médicos|manutenção de equipamento médico
5051|pump repair, valve repair, slurry pump refurbishment, tank repair|reparación de bombas, reparación de válvulas, reparación de estanques|reparação de bombas, reparação de válvulas
5053|machine repair, shaft rebuild, mill refurbishment, gearbox repair, crusher maintenance, hard facing, machining repair, shutdown maintenance, plant shutdown, motor rewinding, hydraulic cylinder repair|reparación de maquinaria, recuperación de ejes, reparación de reductores, mantención de chancador, recargue duro, parada de planta, rebobinado de motores, reparación de cilindros hidráulicos|reparação de máquinas, recuperação de eixos, reparação de redutores, manutenção de britador, paragem de fábrica, rebobinagem de motores
5071|building maintenance, electrical maintenance, facility maintenance|mantención de edificios, mantención eléctrica, mantenimiento de instalaciones|manutenção de edifícios, manutenção elétrica
5073|air conditioning maintenance, refrigeration maintenance|mantención de aire acondicionado, mantención de refrigeración|manutenção de ar condicionado
5075|lift maintenance, elevator maintenance|mantención de ascensores|manutenção de elevadores
5083|garment repair, alterations|arreglo de ropa|arranjos de roupa
51|installation, assembly on site, commissioning|instalación, montaje, puesta en marcha, comisionamiento|instalação, montagem, comissionamento
5111|electrical installation, electrical assembly, cabling of plant, panel installation|montaje eléctrico, tendido de cables, instalación de tableros|montagem elétrica, instalação de quadros
5112|mechanical installation, piping assembly, structural assembly, steel erection|montaje mecánico, montaje de piping, montaje de estructuras|montagem mecânica, montagem de tubagens, montagem de estruturas
5113|boiler installation, compressor installation|montaje de calderas, montaje de compresores|montagem de caldeiras
512|instrument installation, sensor installation|instalación de instrumentos, instalación de sensores|instalação de sensores
513|antenna installation, fibre installation|instalación de antenas, tendido de fibra|instalação de antenas, instalação de fibra
515|machinery installation, conveyor installation|instalación de maquinaria, montaje de correas|instalação de máquinas
517|sprinkler installation, fire system installation|instalación contra incendio|instalação de incêndio
518|tank installation|montaje de estanques|montagem de tanques
`
