/** Words people use for CPV 44, 45, 70 and 71: significant digits | English | Spanish | Portuguese, each a comma list. */
export const constructionKeywords = `
44|building material, construction material|material de construcción|material de construção
4411|cement, concrete, ready-mix, brick, tile, geomembrane, geotextile, geosynthetic, bitumen, asphalt, plasterboard, insulation board, precast, drainage pipe, mortar|cemento, hormigón, concreto, ladrillo, geomembrana, geotextil, geosintético, bitumen, asfalto, yeso cartón, prefabricado de hormigón, mortero, adoquín|cimento, betão, concreto, tijolo, geomembrana, geotêxtil, betume, asfalto, gesso cartonado, pré-fabricado, argamassa
4413|manhole, sewer pipe|cámara de alcantarillado, tubo de alcantarillado|câmara de visita, tubo de esgoto
4416|pipe, piping, HDPE pipe, hose, pipeline pipe, fitting, spool, steel pipe, hydraulic hose, flange|tubería, cañería, tubería HDPE, manguera, fitting, spool, tubo de acero, manguera hidráulica, flange|tubagem, tubo, mangueira, acessório de tubo, flange
4417|steel plate, metal sheet, sheet metal, foil, wear steel plate|plancha de acero, lámina, hojalata, chapa|chapa de aço, chapa, folha metálica
442|steel structure, structural steel|estructura metálica, estructura de acero|estrutura metálica
4421|modular building, prefabricated building, container office, camp module, steel structure, shed, silo structure, metal fabrication, welded structure, caldereria|edificio modular, módulo habitacional, contenedor oficina, campamento modular, estructura soldada, galpón, calderería, fabricación metálica|edifício modular, contentor escritório, pavilhão, estrutura soldada, serralharia, caldeiraria
4422|door, window, shutter|puerta, ventana, persiana|porta, janela, persiana
4431|wire mesh, welded mesh, gabion, wire, fence wire, steel wire, rockfall net|malla de acero, malla electrosoldada, gavión, alambre, malla de protección|malha de aço, malha eletrossoldada, gabião, arame, rede metálica
4432|wire rope, sling, steel cable|cable de acero, eslinga, estrobo|cabo de aço, linga, eslinga
4433|rebar, steel bar, profile, beam|barra de acero, fierro de construcción, perfil, viga, ángulo|varão, vergalhão, perfil, viga
4441|toilet, sink, bathroom fitting|sanitario, lavamanos, grifería|sanita, lavatório, torneira de cozinha
4442|ladder, crate, wooden pallet, cardboard box, wooden box, packaging box, manhole cover, container box, corrugated box, carton|escala, pallet de madera, caja de cartón, cajón de madera, caja de embalaje, tapa de cámara, cartón corrugado|escada, palete de madeira, caixa de cartão, caixa de madeira, cartão canelado
4444|bearing, ball bearing, roller bearing|rodamiento, cojinete|rolamento, chumaceira
4446|mine prop, pit prop|puntal|escora
4447|casting, cast iron, steel casting, foundry part|fundición, pieza fundida, acero fundido|fundição, peça fundida, ferro fundido
4448|fire hydrant, fire hose, sprinkler, fire extinguisher|hidrante, manguera contra incendio, rociador, extintor|hidrante, mangueira de incêndio, extintor
4451|hand tool, wrench, spanner, screwdriver, shovel hand, drill bit tool|herramienta manual, llave, destornillador, pala|ferramenta manual, chave inglesa, chave de fendas, pá
4452|lock, padlock, hinge|cerradura, candado, bisagra|fechadura, cadeado, dobradiça
4453|bolt, nut, screw, fastener, rivet, stud bolt|perno, tuerca, tornillo, fijación, remache, espárrago roscado|parafuso, porca, fixação, rebite
4454|chain|cadena|corrente
4455|spring|resorte|mola
4461|tank, storage tank, drum, cylinder, pressure vessel, bottle, jar, IBC, silo, can, tin can, glass bottle, food container, beverage can, bag-in-box, container vessel|estanque, tanque, tambor, cilindro de gas, recipiente a presión, botella, frasco, silo, lata, envase de vidrio, bidón|tanque, depósito, tambor, recipiente sob pressão, garrafa, frasco, silo, lata, embalagem de vidro, bidão
448|paint, coating|pintura, recubrimiento|tinta, revestimento
4481|industrial paint, epoxy paint, anticorrosive, marine paint, road paint|pintura industrial, pintura epóxica, anticorrosivo, pintura vial|tinta industrial, anticorrosivo, tinta rodoviária
4483|sealant, mastic, thinner, putty|sellante, masilla, diluyente|selante, mástique, diluente
4491|marble, granite, stone slab|mármol, granito, piedra laja|mármore, granito, pedra
4492|lime, quicklime, gypsum, limestone|cal, cal viva, yeso, caliza|cal, cal viva, gesso, calcário
45|construction, building works, civil works, contractor|construcción, obra, obra civil, contratista|construção, obra, obra civil, empreitada
4511|demolition, excavation, earthworks, blasting works, stripping|demolición, excavación, movimiento de tierras, desmonte|demolição, escavação, terraplenagem
4512|trial boring, borehole|perforación de prueba, pozo de monitoreo|furo de sondagem
4521|building, school building, housing, warehouse building, office building, hospital works|edificio, edificación, vivienda, colegio, galpón industrial|edifício, habitação, escola, armazém industrial
4522|bridge, tunnel, culvert, shaft sinking, tunnelling works, ramp|puente, túnel, alcantarilla, pique, desarrollo de túneles, rampa|ponte, túnel, bueiro, poço
4523|road, road works, paving, pipeline works, power line works, highway, railway works, haul road construction|camino, pavimentación, carretera, obra vial, línea de transmisión, tendido eléctrico, acueducto|estrada, pavimentação, obra viária, conduta, linha elétrica, rodovia
4524|dam, canal, port works, tailings dam, reservoir, pier, irrigation canal|presa, embalse, canal de riego, obra portuaria, tranque de relaves, muelle|barragem, canal, obra portuária, cais, barragem de rejeitos
4525|plant construction, concentrator construction, industrial construction|construcción de planta, obra industrial|construção de fábrica, obra industrial
4526|roofing, waterproofing, scaffolding, concrete works, formwork works, steelwork, well drilling, geomembrane installation, lining|techumbre, impermeabilización, andamiaje, obra de hormigón, instalación de geomembrana, perforación de pozos de agua|cobertura, impermeabilização, andaimes, instalação de geomembrana, furo de água
4531|electrical works, wiring of buildings, solar installation, photovoltaic installation|instalación eléctrica, instalación fotovoltaica, cableado|instalação elétrica, instalação fotovoltaica
4532|thermal insulation, acoustic insulation|aislación térmica, aislamiento|isolamento térmico
4533|plumbing, HVAC installation, heating installation, gas fitting|gasfitería, fontanería, climatización, instalación sanitaria|canalização, climatização, instalação sanitária
4534|fencing, handrail|cerco perimetral, baranda|vedação, corrimão
4541|plastering|estuco|reboco
4542|carpentry works|carpintería|carpintaria
4543|flooring, tiling, floor coating|piso, cerámica, pavimento interior|pavimento interior, azulejo
4544|painting works, repainting, industrial painting, sandblasting|pintado, pintura de edificios, granallado, arenado|pintura de edifícios, decapagem
455|plant hire, crane hire, equipment hire with operator|arriendo de maquinaria, arriendo de grúas, maquinaria con operador|aluguer de máquinas, aluguer de gruas
70|real estate, property|inmobiliario, inmueble|imobiliário, imóvel
71|engineering, consultancy|ingeniería, consultoría|engenharia, consultoria
712|architect, architecture|arquitecto, arquitectura|arquiteto, arquitetura
7124|feasibility study, prefeasibility, cost estimate|estudio de factibilidad, prefactibilidad, cubicación|estudo de viabilidade, estimativa de custos
7125|topography, surveyor, land survey, drone survey, photogrammetry|topografía, topógrafo, levantamiento topográfico, fotogrametría|topografia, topógrafo, levantamento topográfico, fotogrametria
7131|energy efficiency, environmental engineering, geotechnical, safety consultancy, energy audit, risk study, noise study, hydrogeology|eficiencia energética, ingeniería ambiental, geotecnia, consultoría de seguridad, auditoría energética, estudio de riesgo, hidrogeología|eficiência energética, engenharia ambiental, geotecnia, auditoria energética, estudo de risco, hidrogeologia
7132|detail engineering, structural design, design engineering, electrical design, piping design|ingeniería de detalle, diseño estructural, diseño eléctrico, ingeniería básica|projeto de engenharia, projeto de estruturas, engenharia de detalhe
7133|mechanical engineering, process engineering, industrial engineering, mining engineering, prototype engineering, reliability engineering|ingeniería mecánica, ingeniería de procesos, ingeniería industrial, ingeniería de minas, prototipo, confiabilidad|engenharia mecânica, engenharia de processos, engenharia industrial, protótipo, fiabilidade
7135|geology, geophysics, mapping, cartography, geological modelling, remote sensing, metallurgical testwork|geología, geofísica, cartografía, modelamiento geológico, percepción remota, pruebas metalúrgicas|geologia, geofísica, cartografia, deteção remota, ensaios metalúrgicos
714|urban planning, landscape design|urbanismo, paisajismo diseño|urbanismo, arquitetura paisagista
7151|soil mechanics, ground investigation|mecánica de suelos, estudio de suelos|mecânica dos solos, estudo geotécnico
7152|site supervision, works supervision|inspección técnica de obra, ITO, supervisión de obra|fiscalização de obra
7154|construction management, project management of works|gerencia de proyectos, administración de obras|gestão de obra
716|testing, inspection, assay, certification test|ensayo, inspección, certificación|ensaio, inspeção, certificação
7161|food analysis, water analysis, residue analysis, purity test, microbiological analysis|análisis de alimentos, análisis de agua, análisis de residuos, análisis microbiológico|análise de alimentos, análise de água, análise microbiológica
7162|chemical analysis, sample analysis, mineral assay|análisis químico, análisis de muestras, ensaye de minerales|análise química, análise de amostras
7163|non-destructive testing, NDT, weld inspection, crane certification, thermography, vibration analysis, drone inspection, ultrasonic inspection, vehicle inspection|ensayos no destructivos, END, inspección de soldadura, certificación de izaje, termografía, análisis de vibraciones, inspección con drones, ultrasonido|ensaios não destrutivos, END, inspeção de soldadura, termografia, análise de vibrações, inspeção com drones
717|condition monitoring, remote monitoring, slope monitoring, quality control|monitoreo de condición, monitoreo remoto, monitoreo de taludes, control de calidad|monitorização de condição, monitorização remota, controlo de qualidade
718|water consultancy, waste consultancy, circular economy, water footprint|consultoría hídrica, economía circular, huella hídrica|consultoria hídrica, economia circular, pegada hídrica
719|laboratory, laboratory service|laboratorio, servicio de laboratorio|laboratório
`
