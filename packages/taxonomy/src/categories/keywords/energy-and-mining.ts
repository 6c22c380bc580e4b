/** Words people use for CPV 09, 14, 41, 43, 65 and 76: significant digits | English | Spanish | Portuguese, each a comma list. */
export const energyAndMiningKeywords = `
09|energy|energía|energia
0911|coal, charcoal, pellet, briquette, firewood, biomass|carbón, carbón vegetal, pellet, briqueta, leña, biomasa|carvão, péletes, briquete, lenha, biomassa
0912|natural gas, LPG, propane, butane, biogas, hydrogen fuel|gas natural, GLP, propano, butano, biogás|gás natural, GPL, propano, butano, biogás
0913|diesel, petrol, gasoline, fuel oil, kerosene, biodiesel|diésel, gasóleo, petróleo diésel, gasolina, bencina, fuel oil, kerosene, biodiésel|gasóleo, diesel, gasolina, fuelóleo, querosene, biodiesel
0921|lubricant, grease, motor oil, hydraulic oil, gear oil, cutting oil, lubrication|lubricante, grasa, aceite de motor, aceite hidráulico, lubricación|lubrificante, massa lubrificante, óleo de motor, óleo hidráulico, graxa
0922|paraffin wax, white spirit, petroleum jelly|parafina, aguarrás, vaselina|parafina, vaselina
0931|electricity, power purchase, PPA, megawatt hour|electricidad, energía eléctrica, contrato PPA|eletricidade, energia elétrica
0933|solar, photovoltaic, PV, solar panel, solar collector|solar, fotovoltaico, panel solar, colector solar, termosolar|solar, fotovoltaico, painel solar
14|mineral, mining product|mineral, minería|mineral, mineração
1421|gravel, sand, aggregate, crushed stone, ballast|grava, arena, árido, ripio, gravilla, piedra chancada, lastre|brita, areia, agregado, cascalho, balastro
1422|clay, kaolin, bentonite|arcilla, caolín, bentonita|argila, caulino, bentonite
143|phosphate rock, sulphur, sulfur, borate, lime mineral|fosfato, azufre, borato, ulexita|fosfato, enxofre, borato
144|salt, rock salt, sea salt, brine|sal, sal marina, salmuera|sal, sal marinho, salmoura
1452|gold, silver, platinum, pumice, gemstone|oro, plata, platino, pómez, gema|ouro, prata, platina, gema
1461|ore, concentrate, copper concentrate, iron ore|mena, concentrado de cobre, mineral de hierro|minério, concentrado de cobre, minério de ferro
1462|ferroalloy, alloy steel, stainless alloy, ferromolybdenum|ferroaleación, acero aleado, ferromolibdeno|ferroliga, aço-liga
1463|scrap, slag, scrap metal, steel scrap|chatarra, escoria|sucata, escória
1471|steel, iron, copper cathode, zinc, lead, tin, brass|acero, hierro, cátodo de cobre, cinc, zinc, plomo, estaño, bronce|aço, ferro, cátodo de cobre, zinco, chumbo, estanho, latão
1472|aluminium, aluminum, nickel, titanium|aluminio, níquel, titanio|alumínio, níquel, titânio
1474|molybdenum|molibdeno|molibdénio
1478|lithium, magnesium|litio, magnesio|lítio, magnésio
1481|grinding ball, grinding media, mill ball, abrasive, grit, abrasive disc|bola de molienda, bolas de acero, medio de molienda, abrasivo, lija, disco abrasivo|bola de moagem, corpo moedor, abrasivo, lixa
1482|glass, glazing, tempered glass|vidrio, cristal templado|vidro, vidro temperado
1483|fibreglass, fiberglass, glass fibre|fibra de vidrio|fibra de vidro
149|recycled material, secondary raw material, recycled pet, recycled plastic flake|material reciclado, plástico reciclado, hojuela de PET|material reciclado, plástico reciclado
41|water|agua|água
4111|drinking water, potable|agua potable, camión aljibe de agua potable|água potável
4112|process water, industrial water, water haulage, sea water|agua industrial, agua de proceso, agua de mar|água industrial, água de processo
43|mining, mine, quarry|minería, mina, cantera, faena minera|mineração, mina, pedreira
431|mining equipment|equipo minero|equipamento mineiro
4312|tunnel boring, tunnelling machine, raise borer, rock cutter|tuneladora, rozadora, raise borer|tuneladora, fresadora de rocha
4313|drill, drilling rig, drill bit, drill rod, hammer drill, DTH, rock drill, jumbo|perforadora, broca, barra de perforación, tricono, bit de perforación, martillo de fondo, aceros de perforación|perfuratriz, broca, haste de perfuração, bit
4314|roof support, rock bolt, shotcrete, ground support|fortificación, perno de roca, shotcrete, sostenimiento|suporte de teto, parafuso de rocha
4321|bulldozer, earthmoving|bulldozer, topadora, movimiento de tierra|bulldozer, terraplenagem
4322|motor grader|motoniveladora|motoniveladora
4324|compactor, roller|compactador, rodillo|compactador, rolo
4325|wheel loader, front loader|cargador frontal|pá carregadora
4326|excavator, shovel, LHD, scoop, backhoe, underground loader|excavadora, pala, scoop, retroexcavadora|escavadora, retroescavadora
4331|asphalt paver, road roller, paving machine|pavimentadora, máquina vial|pavimentadora
4332|scaffold equipment, concrete mixer, site lighting tower, formwork|andamio, betonera, torre de iluminación, moldaje, encofrado|andaime, betoneira, torre de iluminação, cofragem
4341|crusher, mill, ball mill, SAG mill, flotation, flotation cell, screen, hydrocyclone, thickener, mineral processing, concentrator, vibrating screen|chancador, chancado, molino, molienda, molino SAG, flotación, celda de flotación, harnero, hidrociclón, espesador, concentradora, planta de proceso|britador, moinho, moagem, flotação, peneira, hidrociclone, espessador, usina de beneficiamento
4342|foundry mould|molde de fundición|molde de fundição
436|wear part, spare part for mining, ground engaging tool, GET|pieza de desgaste, repuesto minero, elemento de desgaste|peça de desgaste, sobressalente
4361|drill spare parts|repuestos de perforadora|peças de perfuratriz
4362|mill liner, liner, rubber liner, screen panel, crusher liner, wear plate, trommel|revestimiento de molino, revestimiento, lainas, panel de harnero, placa de desgaste, forro de chancador|revestimento de moinho, painel de peneira, placa de desgaste
4364|bucket teeth, excavator parts, lip shroud, track shoe|dientes de balde, repuestos de excavadora, labio de balde|dentes de balde, peças de escavadora
4371|rolling mill|laminador|laminador
4372|casting machine, ladle, ingot mould|máquina de colada, lingotera, olla de fundición|máquina de fundição, lingoteira
4381|woodworking machine, saw mill|aserradero, máquina para madera|serraria, máquina para madeira
4383|power tool, angle grinder|herramienta eléctrica, esmeril angular|ferramenta elétrica, rebarbadora
65|utility|servicios básicos|serviços públicos
6512|desalination plant operation, reverse osmosis operation, water treatment plant operation|operación de desaladora, osmosis inversa, planta de agua|operação de dessalinizadora, osmose inversa
6531|power grid, distribution network|red eléctrica, distribución eléctrica|rede elétrica
6532|substation operation|operación de subestación|operação de subestação
6541|power plant operation, microgrid|central eléctrica, microrred|central elétrica, microrrede
76|oil field, gas field, oil and gas|petróleo y gas, yacimiento|petróleo e gás, jazida
763|drilling service|servicio de perforación|serviço de perfuração
7634|core drilling, diamond drilling, exploration drilling, core sample, reverse circulation, RC drilling|sondaje, diamantina, perforación diamantina, testigo, aire reverso, exploración minera|sondagem, perfuração diamantada, testemunho, exploração mineral
764|well cementing, well casing, well logging|cementación de pozos, entubado|cimentação de poço, revestimento de poço
766|pipeline inspection, pigging|inspección de ductos, pig|inspeção de dutos
`
