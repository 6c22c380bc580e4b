/** Our own names for CPV 44, 45, 70 and 71, one row each: significant digits | English | Spanish. */
export const constructionLabels = `
44|Structures and building supplies|Estructuras y materiales de construcción
441|Building materials|Materiales de construcción
4411|Cement, concrete, bricks, geosynthetics and other building materials|Cemento, hormigón, ladrillos, geosintéticos y otros materiales
4413|Sewer pipes and manholes|Tubos y cámaras de alcantarillado
4414|Doors frames, fences and related goods|Marcos, rejas y productos afines
4416|Pipes, hoses and fittings|Tuberías, mangueras y conexiones
4417|Plates, sheets and films for building|Planchas, láminas y films
4419|Other building supplies|Otros materiales de obra
442|Structures and joinery|Estructuras y carpintería
4421|Steel and modular structures|Estructuras metálicas y modulares
4422|Doors and windows|Puertas y ventanas
4423|Timber frames|Carpintería de obra
443|Rope, mesh and wire|Cables de acero, mallas y alambres
4431|Mesh, wire and nets|Mallas, alambres y redes
4432|Steel rope and slings|Cables de acero y eslingas
4433|Bars, rods and sections|Barras, varillas y perfiles
444|Metal goods of all kinds|Artículos metálicos varios
4441|Sanitary and kitchen fittings|Sanitarios y griferías
4442|Tanks lids, boxes, ladders and site goods|Tapas, cajas, escaleras y artículos de obra
4444|Bearings for machines|Rodamientos
4446|Mine props|Puntales de mina
4447|Iron castings|Piezas de hierro fundido
4448|Hydrants, extinguish systems and fire goods|Hidrantes y artículos contra incendio
445|Tools and fasteners|Herramientas y fijaciones
4451|Hand tools|Herramientas de mano
4452|Locks and hinges|Cerraduras y bisagras
4453|Bolts, nuts and screws|Pernos, tuercas y tornillos
4454|Chains|Cadenas
4455|Steel springs|Resortes
446|Tanks, vessels and packaging containers|Estanques, recipientes y envases
4461|Tanks, cylinders, drums, bottles and pressure vessels|Estanques, cilindros, tambores, botellas y recipientes a presión
4462|Heating boilers and radiators|Calderas y radiadores
448|Paints and sealants|Pinturas y sellantes
4481|Paints for industry and building|Pinturas
4482|Varnish|Barnices
4483|Sealants, fillers and thinners|Sellantes, masillas y diluyentes
449|Stone, lime and slate|Piedra, cal y pizarra
4491|Building stone|Piedra de construcción
4492|Lime, gypsum and limestone|Cal, yeso y caliza
4493|Slates|Pizarra
45|Building and civil works|Obras de construcción y civiles
451|Site clearing and earthworks|Preparación de terreno
4511|Demolition, earthworks and land clearing|Demolición, movimiento de tierra y despeje
4512|Boreholes and trial drilling|Sondajes y perforación de prueba
452|Buildings and civil engineering|Edificios y obras civiles
4521|Buildings|Edificación
4522|Bridges, tunnels, shafts and other structures|Puentes, túneles, piques y otras estructuras
4523|Pipelines, roads, rail and power lines|Ductos, caminos, vías y líneas
4524|Dams, canals and ports|Presas, canales y puertos
4525|Industrial and mining plants|Plantas industriales y mineras
4526|Roofs, concrete, scaffolds and special trades|Techos, hormigón, andamios y oficios especiales
453|Fitting-out of buildings|Instalaciones en edificios
4531|Electrical works|Obras eléctricas
4532|Insulation|Aislación
4533|Plumbing, heating and air works|Gasfitería, calefacción y aire
4534|Fences and railings|Cercos y barandas
4535|Mechanical works|Obras mecánicas
454|Finishing trades|Terminaciones
4541|Plaster|Yeso y estuco
4542|Joinery works|Obras de carpintería
4543|Floors and tiles|Pisos y revestimientos
4544|Painting and glass|Pintura y vidrios
4545|Other finishing|Otras terminaciones
455|Hire of site machines with operator|Arriendo de maquinaria con operador
4551|Cranes with operator|Grúas con operador
4552|Earthmovers with operator|Maquinaria de tierra con operador
70|Property services|Servicios inmobiliarios
701|Own property: building, sale and letting|Inmuebles propios: desarrollo, venta y arriendo
702|Renting of premises|Arriendo de inmuebles
703|Property agents and managers|Corretaje y administración de inmuebles
71|Engineering, architecture and inspection|Ingeniería, arquitectura e inspección
712|Architecture and surveys|Arquitectura y levantamientos
7121|Advice by architects|Asesoría de arquitectura
7122|Design of buildings|Diseño de edificios
7124|Feasibility, planning and cost studies|Factibilidad, planificación y costos
7125|Site and land surveys|Topografía y levantamientos
713|Engineering|Ingeniería
7131|Engineering advice: safety, energy, environment, geotechnics|Consultoría: seguridad, energía, ambiente, geotecnia
7132|Engineering design|Diseño de ingeniería
7133|Special engineering: mechanical, industrial, mining|Ingenierías especiales: mecánica, industrial, minera
7134|Engineering from study to works|Ingeniería integral
7135|Geology, geophysics, mapping and other technical science|Geología, geofísica, cartografía y otras ciencias técnicas
714|Town and landscape planning|Urbanismo y paisaje
7141|Town planning|Urbanismo
7142|Landscape design|Paisajismo
715|Services around building works|Servicios para obras
7151|Ground investigation|Estudio de suelos
7152|Supervision of works|Inspección técnica de obras
7153|Advice on works|Asesoría de obras
7154|Management of works|Gerencia de obras
7155|Smithing|Herrería
716|Tests, analysis and inspection|Ensayos, análisis e inspección
7161|Tests of purity and make-up|Ensayos de composición y pureza
7162|Assays|Análisis químico y físico
7163|Inspection of plants, welds and vehicles|Inspección de plantas, soldaduras y vehículos
717|Monitoring and control|Monitoreo y control
7173|Inspection for industry|Inspección industrial
718|Advice on water and waste|Asesoría en agua y residuos
719|Laboratories|Laboratorios
`
