/** Words people use for CPV 55, 66, 73, 75, 79, 80 and 98: significant digits | English | Spanish | Portuguese, each a comma list. */
export const businessServicesKeywords = `
55|hospitality|hotelería|hotelaria
551|hotel, accommodation, lodging|hotel, alojamiento, hospedaje|hotel, alojamento, hospedagem
552|camp accommodation, mining camp, campsite, lodge, cabin|campamento, campamento minero, cabaña, lodge|acampamento, alojamento de mina, cabana
553|restaurant, meal|restaurante, almuerzo|restaurante, refeição
5532|prepared meal service, boxed meal|comida preparada, colación|refeição preparada, marmita
555|canteen, catering|casino, catering, alimentación de personal|cantina, refeitório, catering
5551|staff canteen, staff restaurant|casino de empresa, comedor|refeitório, cantina de empresa
5552|camp catering, event catering, remote site catering, meals on wheels|catering de faena, servicio de alimentación en faena, banquetería, cóctel|catering de obra, banquete
66|finance|finanzas|finanças
661|bank, credit, leasing, factoring, payment service|banco, crédito, leasing, factoring, medio de pago|banco, crédito, leasing, factoring
665|insurance, policy, pension|seguro, póliza, pensión|seguro, apólice, pensão
73|research, R&D, innovation|investigación, I+D, innovación|investigação, pesquisa, I&D, inovação
7311|applied research, scientific study|investigación aplicada, estudio científico|investigação aplicada, estudo científico
7312|pilot plant, prototype development, experimental development, proof of concept|planta piloto, desarrollo experimental, prueba de concepto|planta-piloto, desenvolvimento experimental, prova de conceito
732|innovation consultancy, research advice|consultoría de innovación|consultoria de inovação
79|business service|servicios empresariales|serviços empresariais
7911|lawyer, legal, contract law|abogado, legal, jurídico|advogado, jurídico
7912|patent, trademark, intellectual property|patente, marca registrada, propiedad intelectual|patente, marca registada, propriedade intelectual
7921|accountant, bookkeeping, audit, payroll|contador, contabilidad, auditoría, nómina|contabilista, contabilidade, auditoria, folha salarial
7922|tax|impuestos, tributario|impostos, fiscal
7931|market study, survey|estudio de mercado, encuesta|estudo de mercado, inquérito
7934|advertising, marketing campaign, social media, branding campaign, digital marketing|publicidad, campaña, redes sociales, marketing digital|publicidade, campanha, redes sociais, marketing digital
7941|management consultancy, strategy, business plan, process improvement, lean, organisational change|consultoría de gestión, estrategia, plan de negocio, mejora de procesos, gestión del cambio|consultoria de gestão, estratégia, plano de negócio, melhoria de processos
7942|project management, quality management, ISO implementation, certification consultancy, supplier development|gestión de proyectos, gestión de calidad, implementación ISO, asesoría en certificación, desarrollo de proveedores|gestão de projetos, gestão da qualidade, implementação ISO
7951|call centre, call center, contact centre, telephone answering|call center, centro de llamadas, contact center|call center, centro de contacto
7953|translation, translator|traducción, traductor|tradução, tradutor
7954|interpreter, simultaneous interpretation|intérprete, interpretación simultánea|intérprete, interpretação simultânea
7961|recruitment, headhunting|reclutamiento, selección de personal|recrutamento, seleção de pessoal
7962|temporary staff, staffing, labour hire, outsourcing of staff|personal temporal, dotación, externalización de personal|trabalho temporário, mão de obra
797|security guard, guarding, surveillance service, access control service|guardia de seguridad, vigilancia, control de acceso|segurança privada, vigilância, vigilante
798|printing service, print shop, offset printing, label printing, large format print|imprenta, impresión offset, gran formato, impresión de etiquetas|gráfica, impressão offset, grande formato
7992|packaging service, kitting, co-packing, labelling service, repacking|servicio de empaque, armado de kits, copacking, maquila de envasado, reempaque|serviço de embalagem, kitting, reembalagem
7993|product design, graphic design, interior design, packaging design, industrial design|diseño de producto, diseño gráfico, diseño de interiores, diseño de envases, diseño industrial|design de produto, design gráfico, design de interiores, design de embalagens
7995|trade fair, event organisation, conference, congress|feria, organización de eventos, congreso, seminario|feira, organização de eventos, congresso
7996|photography, photographer, aerial photo|fotografía, fotógrafo|fotografia, fotógrafo
7997|publishing, editing|edición, editorial|edição, editora
80|education|educación|educação
8042|e-learning, online training|e-learning, curso en línea|e-learning, formação online
805|training, course, workshop for staff|capacitación, curso, formación|formação, curso, treinamento
8051|operator training, equipment operator course, simulator training|capacitación de operadores, curso de operador, entrenamiento con simulador|formação de operadores, treinamento com simulador
8053|vocational training, apprenticeship, welder training|formación técnica, aprendices, capacitación de soldadores|formação profissional, aprendizagem
8055|safety training, working at height course|capacitación en seguridad, trabajo en altura|formação em segurança, trabalho em altura
8056|first aid course|curso de primeros auxilios|curso de primeiros socorros
8057|leadership training, coaching, soft skills|liderazgo, coaching, habilidades blandas|liderança, coaching
8058|language course, english course|curso de inglés, curso de idiomas|curso de inglês, curso de línguas
983|laundry, dry cleaning, tailoring|lavandería, tintorería, sastrería|lavandaria, lavanderia, limpeza a seco
9831|linen laundry, workwear laundry|lavado de ropa, lavandería industrial|lavandaria industrial
`
