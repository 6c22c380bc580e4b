/** Our own names for CPV 38, 42, 50 and 51, one row each: significant digits | English | Spanish. */
export const machineryAndInstrumentsLabels = `
38|Laboratory, measuring and optical instruments|Instrumentos de laboratorio, medición y óptica
381|Navigation and weather instruments|Instrumentos de navegación y meteorología
3811|Navigation and GPS instruments|Instrumentos de navegación y GPS
3812|Weather stations|Estaciones meteorológicas
382|Geology and survey instruments|Instrumentos de geología y topografía
3822|Prospecting devices|Equipos de prospección
3829|Survey and hydrology instruments|Instrumentos de topografía e hidrología
383|Scales and gauges|Balanzas y calibres
3831|Precision scales|Balanzas de precisión
3833|Hand gauges for length|Instrumentos manuales de longitud
3834|Gauges for quantity and radiation|Medidores de cantidad y radiación
384|Instruments for physical properties|Instrumentos de propiedades físicas
3841|Hydrometers, thermometers and loggers|Hidrómetros, termómetros y registradores
3842|Flow, level and pressure meters|Medidores de flujo, nivel y presión
3843|Gas detectors and analysers|Detectores de gas y analizadores
385|Test and check equipment|Equipos de ensayo y control
3851|Microscopy|Microscopía
3852|Scanning devices|Escáneres
3854|Test benches for materials|Bancos de ensayo de materiales
3855|Water, gas and power meters|Medidores de agua, gas y electricidad
3857|Regulators and controllers|Reguladores y controladores
3858|X-ray devices outside medicine|Equipos de rayos X no médicos
386|Optics|Óptica de precisión
3863|Telescopes and optical devices|Telescopios y equipos ópticos
3865|Photo equipment|Equipos fotográficos
387|Time clocks and parking meters|Relojes control y parquímetros
388|Process and remote control|Control de procesos y a distancia
3881|Process control instruments|Instrumentos de control de procesos
3882|Remote and radio control devices|Equipos de control remoto
389|Other test instruments|Otros instrumentos de evaluación
3891|Hygiene test kits|Kits de control de higiene
3892|Seed and feed testers|Analizadores de semillas y forraje
3893|Moisture meters|Medidores de humedad
42|Machines for industry|Máquinas industriales
421|Engines, pumps, valves and drives|Motores, bombas, válvulas y transmisiones
4211|Turbines and engines|Turbinas y motores
4212|Pumps, compressors and hydraulics|Bombas, compresores e hidráulica
4213|Valves and taps|Válvulas y llaves
4214|Gears and transmission parts|Engranajes y transmisiones
4216|Boilers for industry|Calderas industriales
422|Machines for food and drink|Máquinas para alimentos y bebidas
4221|Food processing machines|Máquinas procesadoras de alimentos
4222|Spares for food machines|Repuestos de máquinas de alimentos
423|Furnaces and ovens|Hornos
4231|Burners|Quemadores
4232|Incinerators|Incineradores
4233|Metal furnaces|Hornos metalúrgicos
4234|Industrial ovens|Hornos industriales no domésticos
424|Cranes, conveyors and handling|Grúas, transportadores y manejo de carga
4241|Cranes, hoists, lifts, conveyors and forklifts|Grúas, polipastos, ascensores, cintas y grúas horquilla
4242|Buckets and grabs|Baldes y garras
425|Cooling, air and filters|Frío, aire y filtros
4251|Heat exchangers, refrigeration and filters|Intercambiadores, refrigeración y filtros
4252|Fans and ventilation systems|Ventiladores y sistemas de ventilación
4253|Parts for cooling systems|Repuestos de frío
426|Tools for machining and welding|Máquinas herramienta y soldadura
4261|Laser cutters and machining centres|Corte láser y centros de mecanizado
4262|Lathes and mills|Tornos y fresadoras
4263|Presses and metal benders|Prensas y plegadoras
4264|Machines for stone, wood and hard plastics|Máquinas para piedra, madera y plásticos duros
4265|Pneumatic and motor hand tools|Herramientas neumáticas y motorizadas
4266|Welding and spraying machines|Máquinas de soldar y metalizar
4267|Parts for machine tools|Repuestos de máquinas herramienta
427|Textile and leather machines|Máquinas textiles y para cuero
4271|Spinning, weaving and sewing machines|Máquinas de hilar, tejer y coser
4272|Parts for textile machines|Repuestos de máquinas textiles
428|Paper machines|Máquinas para papel
4281|Parts for paper machines|Repuestos de máquinas para papel
429|Packing, filtering and other machines|Máquinas de envasado, filtrado y otras
4291|Filters and separators for liquids and gas|Filtros y separadores de líquidos y gases
4292|Filling, packing, weighing and spraying machines|Máquinas de llenado, empaque, pesaje y rociado
4293|Centrifuges and vending machines|Centrífugas y máquinas expendedoras
4294|Heat treatment machines|Máquinas de tratamiento térmico
4295|Parts for general machines|Repuestos de máquinas generales
4296|Control cabinets and printing systems|Sistemas de mando e impresión
4297|Parts for packing machines|Repuestos de máquinas de empaque
4298|Gas-making units|Generadores de gas
4299|Robots, 3D printers and special machines|Robots, impresoras 3D y máquinas especiales
50|Repair and maintenance|Reparación y mantenimiento
501|Care of vehicles|Mantenimiento de vehículos
5011|Workshops for cars, trucks and their parts|Talleres para autos, camiones y componentes
5019|Vehicle scrapping|Desarme de vehículos
502|Care of aircraft, trains, roads and ships|Mantenimiento de aeronaves, trenes, caminos y barcos
5021|Aircraft workshops|Talleres aeronáuticos
5022|Rail workshops|Talleres ferroviarios
5023|Road and lighting upkeep|Conservación vial y de alumbrado
5024|Ship repair|Reparación naval
503|Care of computers, phones and office machines|Mantenimiento de computadores, telefonía y oficina
5031|Upkeep of office machines|Mantención de máquinas de oficina
5032|Repair of computers|Reparación de computadores
5033|Upkeep of telecom equipment|Mantención de telecomunicaciones
5034|Repair of audio, video and optics|Reparación de audio, video y óptica
504|Care of medical and precision devices|Mantenimiento de equipos médicos y de precisión
5041|Calibration and repair of instruments|Calibración y reparación de instrumentos
5042|Upkeep of medical devices|Mantención de equipos médicos
5043|Repair of precision devices|Reparación de equipos de precisión
505|Care of pumps, valves, tanks and machines|Mantenimiento de bombas, válvulas, estanques y máquinas
5051|Overhaul of pumps, valves and vessels|Reparación de bombas, válvulas y estanques
5053|Overhaul of machines|Reparación de máquinas
506|Care of security and defence equipment|Mantenimiento de equipos de seguridad y defensa
507|Care of building installations|Mantenimiento de instalaciones de edificios
5071|Care of electrics and mechanics in buildings|Mantención eléctrica y mecánica de edificios
5072|Care of heating|Mantención de calefacción
5073|Care of cooling and air conditioning|Mantención de frío y climatización
5074|Care of escalators|Mantención de escaleras mecánicas
5075|Care of lifts|Mantención de ascensores
508|Other repairs|Otras reparaciones
5083|Mending of clothes and textiles|Reparación de ropa y textiles
5085|Mending of furniture|Reparación de muebles
5088|Care of hotel and kitchen equipment|Mantención de equipos de hotel y cocina
51|Installation of equipment|Instalación de equipos
511|Installation of electrical and mechanical equipment|Montaje eléctrico y mecánico
5111|Electrical fitting of plants|Montaje eléctrico de plantas
5112|Mechanical fitting|Montaje mecánico
5113|Fitting of boilers, turbines and compressors|Montaje de calderas, turbinas y compresores
5114|Fitting of engines|Montaje de motores
512|Installation of measuring and control devices|Instalación de instrumentación
5121|Fitting of measuring devices|Instalación de medidores
513|Installation of telecom equipment|Instalación de telecomunicaciones
514|Installation of medical devices|Instalación de equipos médicos
515|Installation of machines|Instalación de máquinas
5151|Fitting of general machines|Instalación de máquinas generales
5154|Fitting of special machines|Instalación de máquinas especiales
516|Installation of computers and office machines|Instalación de computadores y oficina
517|Installation of fire protection|Instalación de protección contra incendios
518|Installation of metal tanks|Instalación de estanques metálicos
519|Installation of guidance systems|Instalación de sistemas de guiado
`
