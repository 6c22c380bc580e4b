/** Words people use for CPV 22, 37, 39 and 92: significant digits | English | Spanish | Portuguese, each a comma list. */
export const furnishingAndLeisureKeywords = `
22|printed, print|impreso|impresso
221|book, brochure, leaflet|libro, folleto, volante|livro, folheto, brochura
2245|hologram, ticket print, passport print, security label|holograma, etiqueta de seguridad|holograma, etiqueta de segurança
2246|catalogue, label print, product label|catálogo, etiqueta, etiqueta adhesiva|catálogo, etiqueta, rótulo
2261|printing ink|tinta de imprenta|tinta de impressão
2299|paper, cardboard, paperboard, kraft|papel, cartón, cartulina, kraft|papel, cartão, cartolina, kraft
374|gym equipment, ball, sport equipment|equipo de gimnasio, balón, equipo deportivo|equipamento de ginásio, bola
375|toy, game, wooden toy|juguete, juego, juguete de madera|brinquedo, jogo
378|handicraft, craft, ceramic craft, basketry|artesanía, artesano, cestería, cerámica artesanal|artesanato, cestaria, cerâmica artesanal
391|furniture|mueble, mobiliario|móvel, mobiliário
3911|chair, seat, sofa|silla, asiento, sofá|cadeira, assento, sofá
3912|table, desk, shelf, cabinet, bookcase|mesa, escritorio, estante, gabinete, repisa|mesa, secretária, estante, armário
3913|office furniture, workstation|muebles de oficina, estación de trabajo|mobiliário de escritório
3915|exhibition stand, display furniture, outdoor furniture|stand, mueble exhibidor, mobiliario urbano|mobiliário urbano, expositor
3922|kitchenware, tableware, broom, brush, disposable cup, candle, compostable tableware, cookware|utensilio, vajilla, escoba, cepillo, vaso desechable, vela, vajilla compostable|utensílio, loiça, vassoura, escova, copo descartável, vela
3931|kitchen equipment, commercial kitchen, cold display|equipo de cocina, cocina industrial, vitrina refrigerada|equipamento de cozinha, cozinha industrial
3936|seal, gasket, mechanical seal, packing seal, sealing|sello mecánico, empaquetadura, junta, retén|vedante, junta, selo mecânico, empanque
3951|towel, bed linen, blanket, curtain, quilt, alpaca blanket, mattress cover|toalla, ropa de cama, frazada, manta, cortina, cobertor, sábana|toalha, roupa de cama, cobertor, manta, cortina, lençol
3952|tarpaulin, tent, awning, canvas cover, sewn cover, ventilation sleeve|lona, carpa, toldo, cubierta, manga de ventilación|lona, tenda, toldo, cobertura
3953|carpet, rug, mat|alfombra, tapete, choapino|tapete, alcatifa, carpete
3954|rope, net, twine, fishing net, cord, sling rope|cuerda, red, cordel, red de pesca, cabo, soga|corda, rede, cordel, rede de pesca
3971|refrigerator, washing machine, water heater, fan appliance|refrigerador, lavadora, calefón, electrodoméstico|frigorífico, máquina de lavar, eletrodoméstico
3981|air freshener, wax polish|aromatizante, cera para pisos|ambientador, cera
3982|detergent, surfactant, soap base|detergente, tensoactivo|detergente, tensioativo
3983|cleaning product, degreaser, disinfectant, bleach, cleaning supplies|producto de limpieza, desengrasante, desinfectante, cloro doméstico, artículo de aseo|produto de limpeza, desengordurante, desinfetante, lixívia
9211|video production, film, animation, corporate video|producción de video, audiovisual producción, animación|produção de vídeo, filme, animação
923|concert, event entertainment, artist|concierto, espectáculo, artista|concerto, espetáculo, artista
9252|museum, heritage, archaeology|museo, patrimonio, arqueología|museu, património, arqueologia
`
