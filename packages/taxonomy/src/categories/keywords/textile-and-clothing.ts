/** Words people use for CPV 18 and 19: significant digits | English | Spanish | Portuguese, each a comma list. */
export const textileAndClothingKeywords = `
18|clothing, garment, apparel, fashion|ropa, prenda, vestuario, confección, moda|roupa, vestuário, peça de vestuário, confeção, moda
181|workwear, work clothes|ropa de trabajo, ropa laboral|roupa de trabalho, fardamento
1811|uniform, overall, coverall, boiler suit, hi-vis, high visibility, corporate uniform|uniforme, overol, mameluco, geólogo, alta visibilidad, uniforme corporativo|uniforme, macacão, alta visibilidade, bata
1813|flame retardant, fire resistant clothing, chemical suit, antistatic, arc flash, cold store clothing|ignífugo, retardante de llama, traje químico, antiestático, arco eléctrico|ignífugo, retardante de chama, fato químico, antiestático
1814|work glove, apron, protective glove|guante de trabajo, delantal, guante de cabritilla|luva de trabalho, avental
1821|overcoat, coat|abrigo, sobretodo|casaco comprido, sobretudo
1822|raincoat, parka, softshell, waterproof jacket, outdoor jacket, windbreaker|impermeable, parka, cortaviento, chaqueta impermeable, casaca|impermeável, parca, corta-vento
1823|trousers, jeans, jacket, dress, skirt, knitwear, sweater, jumper, fleece, denim, cardigan, alpaca sweater|pantalón, jeans, chaqueta, vestido, falda, tejido de punto, chompa, suéter, polar, mezclilla, cárdigan|calças, jeans, casaco, vestido, saia, malha, camisola, suéter, ganga
1831|underwear, sock, hosiery, pyjama, nightwear|ropa interior, calcetín, media, pijama|roupa interior, meia, pijama
1832|bra, corset, shapewear|sostén, brasier, faja|sutiã, cinta modeladora
1833|t-shirt, polo shirt, shirt, blouse|polera, camiseta, polo, camisa, blusa, remera|t-shirt, camiseta, polo, camisa, blusa
1841|sportswear, swimwear, leggings, children clothing, baby clothing|ropa deportiva, traje de baño, calza, ropa de niño, ropa de bebé|roupa desportiva, fato de banho, legging, roupa de criança
1842|scarf, belt, tie, glove, handkerchief, shawl|bufanda, cinturón, corbata, guante, pañuelo, chal, chalina|cachecol, cinto, gravata, luva, lenço, xale
1844|hat, cap, beanie, hard hat|sombrero, gorro, gorra, jockey, casco|chapéu, boné, gorro, capacete
1845|zipper, zip, button, snap, fastener for garments, trim, velcro|cierre, cremallera, botón, broche, avío|fecho, zíper, botão, mola, aviamento
1851|jewellery, jewelry, silverware, ring|joya, joyería, platería, anillo|joia, joalharia, prata lavrada
1853|gift, promotional gift, trophy|regalo corporativo, obsequio, trofeo, merchandising|brinde, presente, troféu
188|footwear, shoe|calzado, zapato|calçado, sapato
1881|leather shoe, sandal, boot, moccasin, slipper|zapato de cuero, sandalia, bota, mocasín, pantufla|sapato de couro, sandália, bota, mocassim
1882|sneaker, trainer, football boot|zapatilla, zapato deportivo|ténis, sapatilha
1883|safety shoe, safety boot, steel toe|zapato de seguridad, bota de seguridad, punta de acero|calçado de segurança, bota de segurança, biqueira de aço
1884|sole, insole, upper, heel, lace|suela, plantilla, capellada, taco, cordón|sola, palmilha, gáspea, salto, atacador
1891|saddle, harness|montura, talabartería|sela, selaria
1892|suitcase, backpack, travel bag, handbag, wallet|maleta, mochila, bolso de viaje, cartera, billetera|mala, mochila, bolsa de viagem, carteira
1893|sack, big bag, FIBC, carrier bag, jute bag, paper bag, tote bag, polypropylene sack, bulk bag|saco, maxisaco, big bag, bolsa de papel, bolsa de yute, saco de polipropileno, bolsa reutilizable|saco, big bag, saco de papel, saco de juta, saco de ráfia
19|textile, leather, plastic, rubber|textil, cuero, plástico, caucho|têxtil, couro, plástico, borracha
191|leather, tannery, hide, tanned|cuero, curtiembre, curtido, piel curtida|couro, curtume, curtido, pele
1912|cow leather, bovine leather|cuero vacuno|couro bovino
1913|goat leather, sheepskin|cuero de cabra, cuero ovino|couro caprino, pele de ovelha
192|fabric, cloth|tela, tejido, género|tecido, pano
1921|woven fabric, cotton fabric, canvas, drill fabric, denim fabric, poplin, twill|tejido plano, tela de algodón, lona de algodón, gabardina, popelina|tecido plano, tecido de algodão, sarja, popelina
1922|woollen cloth, tweed|paño de lana, casimir|tecido de lã
1923|linen|lino|linho
1924|technical fabric, velvet, coated fabric, laminated fabric, reflective fabric, aramid|tela técnica, terciopelo, tela recubierta, tela laminada, aramida|tecido técnico, veludo, tecido revestido, aramida
1925|knit fabric, jersey, rib, interlock, crochet|tela de punto, jersey, rib, gamuza de algodón, crochet|malha, jersey, tecido de malha, croché
1927|nonwoven, felt, spunbond|no tejido, fieltro, spunbond|não-tecido, feltro
1928|raw wool, raw hide, fleece, alpaca fibre|lana en bruto, cuero crudo, fibra de alpaca|lã bruta, pele em bruto
194|yarn, thread, spinning, fibre|hilado, hilo, hilandería, fibra|fio, fiação, fibra
1941|cotton fibre, flax, hemp, jute, combed wool, tops|fibra de algodón, lino, cáñamo, yute, tops de lana|fibra de algodão, linho, cânhamo, juta
1943|cotton yarn, alpaca yarn, wool yarn, organic cotton, pima, silk thread|hilado de algodón, hilo de alpaca, lana para tejer, algodón orgánico, algodón pima, seda|fio de algodão, fio de lã, algodão orgânico, seda
1944|polyester thread, nylon yarn, sewing thread|hilo de poliéster, hilo de coser, hilado sintético|fio de poliéster, linha de costura, fio sintético
1951|rubber part, gasket rubber, hose rubber, moulded rubber, conveyor belt cover, rubber sheet, o-ring, vulcanised, tyre retread|pieza de caucho, goma, manga de goma, caucho moldeado, plancha de goma, o-ring, vulcanizado, recauchaje|peça de borracha, borracha moldada, lençol de borracha, o-ring, vulcanização
1952|plastic part, injection moulding, injection molding, extrusion, thermoforming, plastic packaging, plastic crate, HDPE, bottle preform, plastic pallet, film, cable tie, housing|pieza plástica, inyección de plástico, extrusión, termoformado, envase plástico, caja plástica, bins, pallet plástico, HDPE, preforma, film, carcasa plástica|peça plástica, injeção de plástico, extrusão, termoformagem, embalagem plástica, caixa plástica, palete plástica, pré-forma, filme
1962|rag, textile waste, offcut, wiper|trapo, retazo, huaipe, residuo textil|trapo, retalho, resíduo têxtil, estopa
1963|rubber waste, end-of-life tyre, used tyre|neumático fuera de uso, residuo de caucho|pneu usado, resíduo de borracha
1964|bin bag, refuse bag, garbage bag, polythene|bolsa de basura, bolsa de residuos|saco de lixo
1972|polyester fibre|fibra de poliéster|fibra de poliéster
`
