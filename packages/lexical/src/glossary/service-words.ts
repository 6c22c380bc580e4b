/** Electronics, data, building, transport, people and trade; a line is one meaning in English = Spanish = Portuguese = French. */
export const serviceWords = `
electronic electronics = electrónico electrónica electrónicos = eletrônico eletrônica eletrônicos = électronique électroniques
circuit circuits board boards pcb = circuito circuitos placa pcb = circuito circuitos placa pcb = circuit circuits carte pcb
solder reflow smt = soldadura reflujo smt = solda refluxo smt = brasage refusion cms
chip chips semiconductor microcontroller = chip semiconductor microcontrolador = chip semicondutor microcontrolador = puce microcontrôleur
connector connectors = conector conectores = conector conectores = connecteur connecteurs
harness harnesses = arnés arneses = chicote = faisceau
antenna antennas = antena antenas = antena antenas = antenne antennes
wireless radio = inalámbrico radio inalámbrica = rádio wireless = radio
telecommunication telecommunications telecom communication = telecomunicación telecomunicaciones comunicación = telecomunicação telecomunicações comunicação = télécommunication télécommunications communication
optical optic = óptica óptico fibra = óptica óptico fibra = optique fibre
camera cameras vision image images imaging = cámara cámaras visión imagen imágenes = câmera câmeras visão imagem imagens = caméra caméras vision image images
video = video vídeo = vídeo = vidéo
laser = láser = laser = laser
device devices equipment = dispositivo equipo equipos dispositivos = dispositivo equipamento equipamentos = dispositif appareil équipement équipements
firmware embedded = firmware embebido embebidos = firmware embarcado embarcados = micrologiciel embarqué
software application app applications = software aplicación programa aplicativo = software aplicativo programa aplicação = logiciel application logiciels
platform platforms portal = plataforma plataformas portal = plataforma plataformas portal = plateforme portail
data database = datos dato = dados = données
cloud hosting server servers = nube alojamiento servidor servidores = nuvem hospedagem servidor servidores = nuage hébergement serveur serveurs
cybersecurity firewall security = ciberseguridad cortafuegos seguridad = cibersegurança firewall segurança = cybersécurité sécurité
intelligence artificial learning = inteligencia artificial aprendizaje = inteligência artificial aprendizado = intelligence artificielle apprentissage
analytics analysis analyse analyze = análisis analizar analítica = análise analisar = analyse analyser
forecast prediction predict predictive = pronóstico predicción predictivo = previsão predição preditivo = prévision prédiction prédictif
algorithm algorithms model models modelling simulation = algoritmo modelo modelos modelado simulación = algoritmo modelo modelos modelagem simulação = algorithme modèle modèles modélisation simulation
computer computers computing = computador ordenador computadora informática = computador informática computadores = ordinateur informatique
tablet phone mobile = tableta teléfono móvil celular = tablet telefone celular móvel = tablette téléphone mobile
tracking locate location gps = rastreo localización ubicación gps = rastreamento localização gps = suivi localisation gps
remote remotely = remoto remota distancia = remoto remota distância = distance distant télé
reliability = confiabilidad fiabilidad = confiabilidade = fiabilité
construction building buildings build = construcción edificio obra edificación construir = construção edifício obra edificação = construction bâtiment bâtiments ouvrage
civil works = civil civiles obras = civil civis obras = civil travaux génie
concrete cement = hormigón concreto cemento = concreto betão cimento = béton ciment
brick bricks block masonry = ladrillo bloque albañilería mampostería = tijolo bloco alvenaria = brique bloc maçonnerie
asphalt paving road roads pavement = asfalto pavimento carretera camino caminos pavimentación = asfalto pavimento estrada pavimentação = asphalte route routes revêtement chaussée
bridge bridges = puente puentes = ponte pontes = pont ponts
roof roofing = techo cubierta techado = telhado cobertura = toit toiture
window windows door doors = ventana puerta ventanas puertas = janela porta janelas portas = fenêtre porte fenêtres portes
scaffold scaffolding = andamio andamios andamiaje = andaime andaimes = échafaudage échafaudages
structure structures structural = estructura estructuras estructural = estrutura estruturas estrutural = structure structures charpente
modular module modules prefabricated = modular módulo módulos prefabricado = modular módulo módulos = modulaire module modules préfabriqué
demolition excavation earthworks = demolición excavación = demolição escavação terraplenagem = démolition excavation terrassement
elevator elevators lift lifts = ascensor ascensores elevador = elevador elevadores = ascenseur ascenseurs
airconditioning hvac conditioning = climatización acondicionado aire hvac = climatização condicionado ar avac = climatisation conditionné cvc
plumbing plumber = plomería fontanería gasfitería = encanamento hidráulica = plomberie
garden gardening landscaping = jardín jardinería paisajismo = jardim jardinagem paisagismo = jardin jardinage paysager
transport transportation freight carrier = transporte flete transportista carga = transporte frete transportadora carga = transport fret transporteur
logistics logistic = logística logístico = logística logístico = logistique
warehouse warehousing = almacén bodega almacenaje depósito = armazém depósito armazenagem = entrepôt entreposage
delivery deliver shipping shipment = entrega despacho envío entregar = entrega envio remessa entregar = livraison livrer expédition
customs import export exporter = aduana importación exportación exportador = alfândega importação exportação exportador = douane importation exportation exportateur
port ship maritime marine = puerto barco buque marítimo = porto navio marítimo = port navire maritime
rail railway train trains = ferrocarril tren ferroviario trenes = ferrovia trem ferroviário comboio = ferroviaire train rail
bus buses vehicle vehicles fleet = bus autobús vehículo vehículos flota = ônibus autocarro veículo veículos frota = bus autobus véhicule véhicules flotte
car cars automotive = auto coche automóvil automotriz = carro automóvel automotivo = voiture automobile
aircraft aviation aerospace = avión aeronave aviación aeroespacial = avião aeronave aviação aeroespacial = avion aéronef aviation aérospatial
bicycle bicycles = bicicleta bicicletas = bicicleta bicicletas = vélo bicyclette
shelves shelving = estantería estante = prateleira estante = étagère rayonnage
training train trainer courses course = capacitación formación entrenamiento curso cursos = treinamento capacitação formação curso cursos = formation entraînement cours
education school schools teaching = educación escuela escolar enseñanza = educação escola escolar ensino = éducation école scolaire enseignement
consulting consultancy advisory adviser = consultoría asesoría consultor = consultoria assessoria consultor = conseil consultation consultant
audit audits auditing auditor = auditoría auditorías auditor = auditoria auditor = audit audits auditeur
certification certified certificate = certificación certificado certificar = certificação certificado = certification certifié certificat
translation interpreter = traducción intérprete = tradução intérprete = traduction interprète
legal law lawyer = legal ley abogado jurídico = legal lei advogado jurídico = juridique loi avocat
accounting accountant tax payroll = contabilidad contador impuesto nómina planilla = contabilidade contador imposto folha = comptabilité comptable impôt paie
insurance insure = seguro seguros aseguradora = seguro seguros seguradora = assurance assurances
finance financial bank loan = finanzas financiero banco préstamo = finanças financeiro banco empréstimo = finance financier banque prêt
marketing advertising campaign = mercadeo publicidad campaña marketing = marketing publicidade campanha = marketing publicité campagne
event events exhibition fair = evento eventos feria exposición = evento eventos feira exposição = événement foire exposition
catering canteen meals meal = alimentación catering comedor comidas = refeição catering refeitório refeições = restauration traiteur cantine repas
hotel accommodation lodging camp = hotel alojamiento hospedaje campamento = hotel alojamento hospedagem acampamento = hôtel hébergement logement camp
travel tourism tour = viaje turismo viajes = viagem turismo viagens = voyage tourisme
janitorial housekeeping disinfection = aseo limpieza desinfección = limpeza zeladoria desinfecção = nettoyage désinfection ménage
laundry = lavandería = lavanderia = blanchisserie laverie
guard guards surveillance = guardia vigilancia guardias = guarda vigilância = garde gardiennage vigile
hospital medical clinic health = hospital médico clínica salud médicos = hospital médico clínica saúde = hôpital médical clinique santé
nurse nursing patient patients = enfermería enfermera paciente = enfermagem paciente = infirmier soins patient
dental dentist = dental dentista = odontológico dentista = dentaire dentiste
diagnosis diagnostic diagnostics = diagnóstico diagnósticos = diagnóstico diagnósticos = diagnostic diagnostics
mask masks = mascarilla mascarillas = máscara máscaras = masque masques
recruitment staffing personnel = reclutamiento personal = recrutamento pessoal = recrutement personnel
workforce worker workers employee = trabajador trabajadores empleado obrero = trabalhador trabalhadores empregado = travailleur travailleurs employé ouvrier
rental rent hire leasing = alquiler arriendo renta arrendamiento = aluguel locação arrendamento = location louer bail
supply supplier suppliers provide provider = suministro proveedor proveedores proveer abastecimiento = fornecimento fornecedor fornecedores fornecer abastecimento = fourniture fournisseur fournisseurs fournir approvisionnement
purchase buy buying procurement = compra comprar adquisición compras = compra comprar aquisição compras = achat acheter acquisition achats
sale sell selling sales = venta vender ventas = venda vender vendas = vente vendre ventes
market markets = mercado mercados = mercado mercados = marché marchés
price prices cost costs = precio costo coste precios costos = preço custo preços custos = prix coût coûts
contract contracts = contrato contratos = contrato contratos = contrat contrats
project projects = proyecto proyectos = projeto projetos = projet projets
management manage = gestión gestionar administración = gestão gerenciar administração = gestion gérer
research development innovation = investigación desarrollo innovación = pesquisa desenvolvimento inovação = recherche développement innovation
study studies = estudio estudios = estudo estudos = étude études
plan planning = plan planificación = plano planejamento = plan planification
report reports reporting = informe reporte informes = relatório relatórios = rapport rapports
control controls controller = control controles controlador = controle controlo controlador = contrôle commande contrôleur
system systems = sistema sistemas = sistema sistemas = système systèmes
service services = servicio servicios = serviço serviços = service services
product products = producto productos = produto produtos = produit produits
material materials raw = material materiales materia = material materiais matéria = matériel matériaux matière
technology technical = tecnología técnico técnica = tecnologia técnico técnica = technologie technique
support assistance = soporte asistencia apoyo = suporte assistência apoio = assistance soutien appui
night overnight = noche nocturno = noite noturno = nuit nocturne
local community communities village = local comunidad comunidades comunitario = local comunidade comunidades = local communauté communautés village
women woman female = mujer mujeres femenino = mulher mulheres feminino = femme femmes féminin
indigenous native = indígena nativo originario = indígena nativo = autochtone indigène
small = pequeño pequeña = pequeno pequena = petit petite
reduce reduction reducing = reducir reducción reducen = reduzir redução = réduire réduction
prevent prevention preventive stop = prevenir prevención preventivo evitar = prevenir prevenção preventivo evitar = prévenir prévention préventif éviter
detect detection detecting = detectar detección = detectar detecção = détecter détection
recover recovery recovering = recuperar recuperación = recuperar recuperação = récupérer récupération
remove removal = remover eliminar eliminación retiro = remover remoção eliminar = enlever élimination retrait
replace replacing = reemplazar reemplazo sustituir = substituir substituição trocar = remplacer remplacement
protect protection protecting = proteger protección = proteger proteção = protéger protection
improve improvement = mejorar mejora = melhorar melhoria = améliorer amélioration
dosing dose = dosificación dosificar = dosagem dosar = dosage doser
mixing mix blend blending = mezcla mezclar mezclado mezcladora = mistura misturar = mélange mélanger mélangeur
weighing scale scales weigh = pesaje balanza báscula pesar = pesagem balança pesar = pesage balance bascule
odour smell = olor olores = odor cheiro = odeur odeurs
moisture humidity humid = humedad húmedo = umidade úmido = humidité humide
spray spraying sprayer = aspersión rociado pulverización aspersor = aspersão pulverização borrifar = pulvérisation aspersion arrosage
capture captured trap = captura capturar captación = captura capturar captação = capture captage
stock inventory inventories = inventario existencias = inventário estoque = inventaire stock
blockchain digital digitalization = digital digitalización = digital digitalização = numérique numérisation
`
