/** Words people use for CPV 03, 15, 16 and 77: significant digits | English | Spanish | Portuguese, each a comma list. */
export const agricultureAndFoodKeywords = `
03|agriculture, farming, farm|agricultura, agro, campo|agricultura, lavoura
0311|soybean, soya, maize seed, sugar cane, cotton crop, straw, forage, hay, sowing seed|soya, soja, semilla, caña de azúcar, forraje, paja, heno, alfalfa|soja, semente, cana-de-açúcar, forragem, palha, feno
0312|cut flower, rose, potted plant, seedling, bulb|flor, flores cortadas, rosas, plantín, almácigo, bulbo|flor, flores de corte, rosas, muda de planta, bolbo
0313|green coffee, coffee bean, cocoa bean, cacao, vanilla, pepper, cinnamon, tea leaf, cherry coffee|café verde, grano de café, café pergamino, cacao, grano de cacao, vainilla, pimienta, canela, cúrcuma|café verde, grão de café, cacau, amêndoa de cacau, baunilha, pimenta, canela
0314|honey, beeswax, egg, propolis, hive|miel, cera de abeja, huevo, propóleo, colmena|mel, cera de abelha, ovo, própolis, colmeia
032|fresh produce, horticulture|hortofrutícola, frutas y verduras|hortofrutícola
0321|wheat, maize, corn, barley, oat, quinoa, amaranth, rice paddy, potato, native potato, sorghum|trigo, maíz, cebada, avena, quinua, quinoa, kiwicha, amaranto, papa, papa nativa|trigo, milho, cevada, aveia, quinoa, batata
0322|fruit, vegetable, avocado, blueberry, grape, cherry, mango, banana, asparagus, onion, tomato, citrus, lemon, apple, nut, almond, walnut, berry, pineapple, papaya, garlic, lettuce|fruta, verdura, hortaliza, palta, aguacate, arándano, uva, cereza, mango, plátano, banano, espárrago, cebolla, tomate, cítrico, limón, manzana, nuez, almendra, frutilla, piña, ajo, lechuga, ají|fruta, legume, hortaliça, abacate, mirtilo, uva, cereja, manga, banana, aspargo, cebola, tomate, citrino, limão, maçã, noz, amêndoa, abacaxi, alho, alface
0331|fresh fish, salmon, trout, tuna, shrimp, mussel, oyster, scallop, seaweed, algae|pescado fresco, salmón, trucha, atún, camarón, chorito, mejillón, ostra, ostión, alga|peixe fresco, salmão, truta, atum, camarão, mexilhão, ostra, alga
0332|live cattle, sheep, pig, chick, livestock, heifer|ganado vivo, vacuno, oveja, cerdo, pollito, alpaca viva|gado vivo, ovelha, porco, pintainho
0333|raw milk, shorn wool, alpaca fleece|leche cruda, lana esquilada, vellón|leite cru, lã de tosquia
0341|log, roundwood, sawn timber, lumber, pine, eucalyptus, plank, sleeper|rollizo, madera aserrada, tronco, pino, eucalipto, tabla, tablón, durmiente|toro, madeira serrada, tronco, pinho, eucalipto, tábua
0343|cork|corcho|cortiça
0345|nursery tree, fruit tree seedling, shrub|vivero, árbol frutal, arbusto|viveiro, árvore de fruto, arbusto
0346|pulp, cellulose|celulosa, pasta de madera|celulose, pasta de madeira
15|food, foodstuff, grocery|alimento, alimentación, comida, víveres|alimento, alimentação, comida, géneros alimentícios
1511|beef, pork, chicken, poultry, lamb, turkey, meat cut, carcass|carne vacuna, carne de res, cerdo, pollo, ave, cordero, pavo, canal|carne bovina, carne suína, frango, aves, borrego, peru
1513|sausage, ham, bacon, cured meat, salami, charcuterie|embutido, salchicha, jamón, tocino, fiambre, charqui, cecina|enchido, salsicha, presunto, toucinho, linguiça
1521|fish fillet, roe, caviar|filete de pescado, hueva|filete de peixe, ova
1522|frozen fish, frozen fillet, IQF fish|pescado congelado, filete congelado|peixe congelado, pescado congelado
1523|smoked salmon, salted cod, dried fish|salmón ahumado, bacalao, pescado seco|salmão fumado, bacalhau, peixe seco
1524|canned tuna, sardine, anchovy, fish can|conserva de pescado, atún en lata, sardina, anchoa, anchoveta|conserva de peixe, atum em lata, sardinha, anchova
1525|frozen shrimp, mussel meat, squid, shellfish, lobster, crab|camarón congelado, langostino, calamar, marisco, jaiba, centolla|camarão congelado, lula, marisco, caranguejo
1531|chips, crisps, frozen potato, mashed potato|papas fritas, papa congelada, puré de papa, chuño|batata frita, batata congelada, puré de batata
1532|juice, pulp, concentrate, nectar, puree, coconut water|jugo, zumo, pulpa, concentrado, néctar, puré de fruta|sumo, suco, polpa, concentrado, néctar
1533|dried fruit, frozen fruit, jam, preserve, pickle, olive, canned vegetable, dehydrated, freeze-dried, raisin, tomato paste, snack nut, IQF berry|fruta deshidratada, fruta congelada, mermelada, conserva, encurtido, aceituna, liofilizado, pasas, pasta de tomate, aguaymanto|fruta desidratada, fruta congelada, compota, geleia, conserva, picles, azeitona, liofilizado, passas, polpa de tomate
154|fat, edible oil|grasa, aceite|gordura, óleo
1541|virgin olive oil, crude palm oil, soybean oil, avocado oil, fish oil, sacha inchi oil|aceite de oliva virgen, aceite de palma crudo, aceite de palta, aceite de pescado, sacha inchi|azeite virgem, óleo de palma bruto, óleo de soja, óleo de peixe
1542|sunflower oil, frying oil, refined oil, vegetable oil|aceite de girasol, aceite de fritura, aceite refinado, aceite vegetal|óleo de girassol, óleo de fritura, óleo refinado, óleo vegetal
1543|margarine, spread|margarina, untable|margarina
155|dairy|lácteo|lacticínio, laticínio
1551|milk, cream, powdered milk, UHT, condensed milk|leche, crema, leche en polvo, leche condensada|leite, nata, leite em pó
1553|butter, ghee|mantequilla|manteiga
1554|cheese, mozzarella, cheddar, goat cheese|queso, quesillo, queso de cabra|queijo, requeijão
1555|yogurt, yoghurt, ice cream, casein, whey, lactose|yogur, helado, caseína, suero de leche, manjar|iogurte, gelado, sorvete, caseína, soro de leite
1561|flour, rice, semolina, oatmeal, bran, puffed cereal, corn flour, wheat flour, quinoa flakes, breakfast cereal|harina, arroz, sémola, avena, afrecho, cereal inflado, hojuelas, harina de maíz|farinha, arroz, sêmola, farelo, flocos, cereais
1562|starch, glucose, tapioca, cassava starch, dextrin|almidón, glucosa, tapioca, almidón de yuca, fécula|amido, glucose, tapioca, fécula de mandioca
1571|animal feed, fish feed, aquafeed, pet food, fishmeal, feed pellet, premix|alimento balanceado, pienso, alimento para peces, comida para mascotas, harina de pescado|ração, alimento para animais, farinha de peixe, premix
1581|bread, bakery, cake, pastry, sandwich, tortilla, frozen dough|pan, panadería, torta, pastel, empanada, sándwich, tortilla, masa congelada|pão, padaria, bolo, pastelaria, sanduíche, massa congelada
1582|biscuit, cookie, cracker, rusk, wafer|galleta, bizcocho, cracker, oblea|biscoito, bolacha, tosta
1583|sugar, panela, syrup, stevia, sweetener, molasses|azúcar, panela, chancaca, jarabe, stevia, endulzante, melaza|açúcar, rapadura, xarope, estévia, adoçante, melaço
1584|chocolate, cocoa butter, cocoa powder, cocoa nibs, candy, confectionery, couverture, nougat|chocolate, manteca de cacao, cocoa, nibs de cacao, caramelo, golosina, cobertura, turrón|chocolate, manteiga de cacau, cacau em pó, rebuçado, bala, cobertura
1585|pasta, noodle, spaghetti, couscous|pasta, fideo, tallarín|massa, macarrão, esparguete
1586|roasted coffee, ground coffee, instant coffee, tea bag, herbal tea, infusion, yerba mate, coffee capsule|café tostado, café molido, café instantáneo, té, hierba, infusión, yerba mate, cápsula de café|café torrado, café moído, café solúvel, chá, infusão, erva-mate
1587|spice, sauce, vinegar, salt seasoning, chili, mustard, mayonnaise, oregano, paprika, merkén, curry|especia, salsa, vinagre, condimento, aliño, ají molido, mostaza, mayonesa, orégano, páprika|especiaria, molho, vinagre, tempero, mostarda, maionese, orégão, páprica, pimentão
1588|baby food, gluten-free, supplement, protein powder, superfood, functional food, maca, probiotic|alimento infantil, sin gluten, suplemento, proteína en polvo, superalimento, maca, probiótico|comida para bebé, sem glúten, suplemento, proteína em pó, superalimento
1589|ready meal, soup, frozen meal, yeast, additive food, meat substitute, plant-based, egg powder, dessert, legume, lentil, bean, chickpea, ingredient|plato preparado, sopa, comida congelada, levadura, sustituto de carne, vegetal, huevo en polvo, postre, legumbre, lenteja, poroto, frejol, garbanzo, abarrotes, ingrediente|prato pronto, sopa, refeição congelada, fermento, proteína vegetal, sobremesa, leguminosa, lentilha, feijão, grão-de-bico, ingrediente
1591|pisco, rum, whisky, gin, liqueur, mezcal, tequila, vodka|pisco, ron, whisky, licor, mezcal, tequila, aguardiente|cachaça, rum, licor, aguardente, gin
1593|wine, red wine, sparkling wine, port|vino, vino tinto, espumante|vinho, vinho tinto, espumante, vinho do porto
1594|cider|sidra, chicha de manzana|sidra
1596|beer, lager, craft beer, malt|cerveza, malta, cerveza artesanal|cerveja, malte
1598|mineral water, bottled water, soft drink, soda, kombucha, isotonic|agua mineral, agua embotellada, bebida gaseosa, refresco, kombucha, isotónico|água mineral, água engarrafada, refrigerante, kombucha
1599|tobacco, cigar|tabaco, cigarro, puro|tabaco, charuto
161|tillage, sowing, plough, seeder, transplanter, harrow|labranza, arado, sembradora, rastra, trasplantadora|arado, semeador, grade, plantadeira
1616|lawnmower, brush cutter, chainsaw, garden tool|cortacésped, desbrozadora, motosierra, jardín|corta-relva, roçadora, motosserra
163|mower, baler, combine harvester, thresher|segadora, enfardadora, cosechadora, trilladora|ceifeira, enfardadeira, colheitadeira, debulhadora
164|irrigation, drip irrigation, sprayer, sprinkler, fumigation equipment|riego, riego por goteo, pulverizador, aspersor, fumigadora|rega, irrigação, gotejamento, pulverizador, aspersor
166|milking, egg sorting, fruit sorting, optical sorter, feeder, poultry house, incubator, packing line for fruit|ordeña, clasificadora de fruta, calibrador, comedero, gallinero, incubadora, línea de packing|ordenha, calibrador de fruta, comedouro, aviário, incubadora
167|tractor|tractor|trator
168|tractor parts, harvester parts|repuestos de tractor|peças de trator
77|agronomy|agronomía|agronomia
7711|harvest service, crop spraying, sowing service, pruning of vines, farm labour, pest scouting, precision agriculture|cosecha, fumigación agrícola, siembra, poda de viñas, labores agrícolas, agricultura de precisión, raleo|colheita, pulverização agrícola, sementeira, poda de vinha, agricultura de precisão
7712|compost, organic waste composting|compost, compostaje|compostagem
772|logging, felling, reforestation, forest fire prevention, thinning|tala, faena forestal, reforestación, raleo forestal, cortafuego|abate de árvores, reflorestação, reflorestamento, desbaste, corta-fogo
7731|landscaping, green area, garden maintenance, gardening|paisajismo, áreas verdes, mantención de jardines, jardinería|espaços verdes, manutenção de jardins, jardinagem
7734|tree pruning, hedge|poda, setos|poda de árvores
775|animal husbandry, shearing|esquila, crianza|tosquia, criação
778|aquaculture, fish farm, salmon farming, net cleaning, sea cage, hatchery, larvae|acuicultura, piscicultura, salmonicultura, limpieza de redes, balsa jaula, larva|aquicultura, piscicultura, viveiro de peixe, larva
`
