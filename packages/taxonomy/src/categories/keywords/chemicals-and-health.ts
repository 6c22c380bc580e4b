/** Words people use for CPV 24, 33 and 85: significant digits | English | Spanish | Portuguese, each a comma list. */
export const chemicalsAndHealthKeywords = `
24|chemical, chemistry|químico, química|químico, química
2411|oxygen, nitrogen, argon, acetylene, carbon dioxide, hydrogen, industrial gas, liquid nitrogen|oxígeno, nitrógeno, argón, acetileno, dióxido de carbono, hidrógeno, gas industrial|oxigénio, azoto, nitrogénio, árgon, acetileno, hidrogénio, gás industrial
242|pigment, dye, colourant|pigmento, tinte, colorante|pigmento, corante
2421|hydrated lime chemical, peroxide, titanium dioxide, oxide|peróxido, agua oxigenada, dióxido de titanio, óxido|peróxido, dióxido de titânio, óxido
2422|tannin, natural dye, carmine, cochineal, annatto|tanino, tinte natural, carmín, cochinilla, achiote|tanino, corante natural, carmim, urucum
2431|sulphuric acid, sulfuric acid, hydrochloric acid, caustic soda, chlorine, sodium hydrosulphide, ammonia, hypochlorite, magnesium chloride, bischofite, calcium chloride|ácido sulfúrico, ácido clorhídrico, soda cáustica, cloro, sulfhidrato, amoníaco, hipoclorito, cloruro de magnesio, bischofita, cloruro de calcio|ácido sulfúrico, ácido clorídrico, soda cáustica, cloro, amoníaco, hipoclorito, cloreto de magnésio, cloreto de cálcio
2432|solvent, alcohol, ethanol, methanol, acetone, glycerine, xanthate|solvente, alcohol, etanol, metanol, acetona, glicerina, xantato|solvente, álcool, etanol, metanol, acetona, glicerina, xantato
244|fertiliser, fertilizer, crop nutrition|fertilizante, abono, nutrición vegetal|fertilizante, adubo
2441|urea, ammonium nitrate, nitrate|urea, nitrato de amonio, salitre|ureia, nitrato de amónio
2442|superphosphate, MAP, DAP|superfosfato|superfosfato
2443|guano, humus, organic fertiliser, worm casting, biofertiliser|guano, humus de lombriz, abono orgánico, biofertilizante|guano, húmus, adubo orgânico, biofertilizante
2445|pesticide, herbicide, fungicide, insecticide, biopesticide, biological control|plaguicida, herbicida, fungicida, insecticida, bioplaguicida, control biológico|pesticida, herbicida, fungicida, inseticida, controlo biológico
245|resin, polymer, polymer pellets|resina, polímero, pellets de polímero|resina, polímero, grânulos
2451|polyethylene, LDPE, HDPE resin|polietileno|polietileno
2452|polypropylene|polipropileno|polipropileno
2454|PVC, vinyl, polyvinyl|PVC, vinilo, polivinilo|PVC, vinilo
2455|epoxy, acrylic, acrylic copolymer, polyester resin, acrylic emulsion|epoxi, acrílico, copolímero acrílico, resina poliéster, emulsión acrílica|epóxi, acrílico, copolímero acrílico, resina poliéster
2456|nylon, polyamide|nylon, poliamida|nylon, poliamida
2459|silicone|silicona|silicone
2461|explosive, detonator, ANFO, blasting, emulsion explosive, booster|explosivo, detonador, ANFO, tronadura, emulsión explosiva, voladura|explosivo, detonador, ANFO, desmonte com explosivos
2491|adhesive, glue, hot melt, sealant glue|adhesivo, pegamento, cola, termofusible|adesivo, cola, termofusível
2492|essential oil, fragrance, flavour, aroma, natural extract|aceite esencial, fragancia, sabor, aroma, extracto natural|óleo essencial, fragrância, aroma, extrato natural
2495|reagent, flocculant, collector, frother, flotation reagent, antifoam, antiscalant, corrosion inhibitor, water treatment chemical, dust suppressant, dust control, binder, enzyme, food additive, preservative, leaching agent, acid mist suppressant, surfactant additive|reactivo, floculante, colector, espumante, reactivo de flotación, antiespumante, antiincrustante, inhibidor de corrosión, químico para tratamiento de agua, supresor de polvo, control de polvo, aglomerante, enzima, aditivo alimentario, preservante, agente lixiviante, supresor de neblina ácida, estabilizador de caminos|reagente, floculante, coletor, espumante, antiespumante, anti-incrustante, inibidor de corrosão, supressor de poeira, controlo de poeira, aglomerante, enzima, aditivo alimentar, conservante
24957|chemical additive, dust suppressant, dust palliative, haul road, polymer binder, concrete admixture, road stabiliser|aditivo químico, supresor de polvo, matapolvo, camino de acarreo, aglomerante polimérico, aditivo para hormigón, estabilizador de caminos|aditivo químico, supressor de poeira, estrada de mina, ligante polimérico, aditivo para betão
2496|antifreeze, resin cleaner, chemical product, activated carbon|anticongelante, carbón activado, producto químico|anticongelante, carvão ativado, produto químico
33|medical, health goods|médico, salud|médico, saúde
3314|mask, disposable glove, syringe, gauze, bandage, face mask, catheter, suture|mascarilla, guante desechable, jeringa, gasa, venda, catéter, sutura|máscara, luva descartável, seringa, gaze, ligadura, cateter, sutura
3319|hospital bed, wheelchair, stretcher, medical furniture|cama clínica, silla de ruedas, camilla, mobiliario clínico|cama hospitalar, cadeira de rodas, maca
336|medicine, drug, vaccine, pharmaceutical|medicamento, fármaco, vacuna|medicamento, fármaco, vacina
3371|soap, shampoo, cosmetic, cream, perfume, lip balm, skin care, sunscreen|jabón, champú, cosmético, crema corporal, perfume, bálsamo, protector solar, bloqueador solar|sabonete, champô, cosmético, creme corporal, perfume, protetor solar
3376|toilet paper, paper towel, tissue|papel higiénico, toalla de papel, pañuelo desechable|papel higiénico, toalha de papel
3379|test tube, beaker, laboratory glassware|tubo de ensayo, matraz, vidriería de laboratorio|tubo de ensaio, vidraria de laboratório
8512|occupational health, medical check, doctor on site|salud ocupacional, examen preocupacional, médico en faena|saúde ocupacional, medicina do trabalho
8514|ambulance, nurse, paramedic, clinical laboratory|ambulancia, enfermera, paramédico, laboratorio clínico|ambulância, enfermeira, paramédico
852|veterinarian, animal health|veterinario, sanidad animal|veterinário
853|community relations, social programme, childcare|relaciones comunitarias, programa social, cuidado infantil|relações comunitárias, programa social, creche
`
