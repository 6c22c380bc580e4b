/** Making, machines and materials; a line is one meaning in English = Spanish = Portuguese = French. */
export const industryWords = `
welding weld welder welded = soldadura soldar soldador soldado soldadoras soldadores = soldagem solda soldar soldador = soudage soudure souder soudeur
machining machined = mecanizado mecanizar maquinado torneado = usinagem usinar usinado = usinage usiner usiné
machine machinery machines = máquina maquinaria máquinas = máquina maquinaria maquinário = machine machinerie
casting cast foundry = fundición fundido colada = fundição fundido = fonderie moulage coulée
forging forged forge = forja forjado forjar = forjamento forjado forja = forge forgeage forgé
pump pumps pumping = bomba bombas bombeo = bomba bombas bombeamento = pompe pompage pompes
valve valves = válvula válvulas = válvula válvulas = vanne vannes soupape
pipe piping pipeline pipes = tubería tubo cañería ducto tuberías = tubulação tubo cano duto tubagem = tuyau tuyauterie conduite tube
tank tanks vessel vessels = tanque depósito recipiente estanque = tanque reservatório vaso = réservoir cuve citerne
boiler boilers = caldera calderas = caldeira caldeiras = chaudière chaudières
furnace furnaces kiln oven = horno hornos = forno fornos = four fours fourneau
bearing bearings = rodamiento cojinete rodamientos = rolamento mancal rolamentos = roulement palier roulements
gear gearbox gears reducer = engranaje reductor engranajes = engrenagem redutor = engrenage réducteur
shaft shafts = eje ejes flecha = eixo eixos = arbre arbres
motor motors engine engines = motor motores = motor motores = moteur moteurs
generator generators genset = generador generadores = gerador geradores = générateur générateurs
turbine turbines = turbina turbinas = turbina turbinas = turbine turbines
compressor compressors = compresor compresores = compressor compressores = compresseur compresseurs
fan fans blower ventilator = ventilador ventiladores soplador = ventilador ventiladores soprador = ventilateur ventilateurs soufflante
ventilation airflow = ventilación = ventilação = ventilation aération
conveyor conveyors belt belts = transportador cinta faja correa bandas = transportadora esteira correia correias = convoyeur bande courroie
crane cranes hoist hoists = grúa grúas polipasto = guindaste grua talha = grue grues palan
hydraulic hydraulics = hidráulico hidráulica hidráulicos = hidráulico hidráulica = hydraulique hydrauliques
pneumatic pneumatics = neumático neumática neumáticos = pneumático pneumática = pneumatique pneumatiques
hose hoses = manguera mangueras = mangueira mangueiras = flexible flexibles
seal seals sealing gasket = sello sellos sellado junta empaquetadura = vedação selo junta = joint étanchéité joints
sealant putty = sellador masilla = selante vedante = mastic
bolt bolts fastener fasteners screw screws = perno tornillo pernos tornillos sujetador = parafuso parafusos fixador = boulon vis boulons fixation
steel steels = acero aceros = aço aços = acier aciers
stainless inox = inoxidable inox = inoxidável inox = inoxydable inox
iron = hierro fierro = ferro = fer fonte
aluminium aluminum = aluminio = alumínio = aluminium
copper = cobre = cobre = cuivre
brass bronze = latón bronce = latão bronze = laiton bronze
alloy alloys = aleación aleaciones = liga ligas = alliage alliages
metal metals metallic = metal metales metálico metálica metálicos = metal metais metálico metálica = métal métaux métallique
sheet plate sheets plates = lámina plancha chapa placa planchas láminas = chapa placa chapas lâmina = tôle plaque tôles
wire wires = alambre hilo alambres = arame fio arames = fil fils
rope ropes = cuerda cable soga = corda cabo = corde câble
spring springs = resorte muelle resortes = mola molas = ressort ressorts
rubber = caucho goma hule = borracha = caoutchouc
plastic plastics = plástico plásticos plástica = plástico plásticos = plastique plastiques
polymer polymers = polímero polímeros = polímero polímeros = polymère polymères
resin resins epoxy = resina resinas epoxi = resina resinas epóxi = résine résines époxy
injection moulding molding moulded mould moulds = inyección moldeo molde moldes moldeado = injeção moldagem molde moldes = injection moulage moule moules
extrusion extruded extruder = extrusión extruido = extrusão extrudado = extrusion extrudé
coating coatings coated = recubrimiento revestimiento recubrimientos = revestimento recobrimento = revêtement enduit
paint painting paints = pintura pintado pinturas = pintura tinta tintas = peinture peintures
galvanizing galvanized = galvanizado galvanización = galvanização galvanizado zincagem = galvanisation galvanisé
corrosion corrosive rust = corrosión corrosivo óxido = corrosão corrosivo ferrugem = corrosion corrosif rouille
wear abrasion abrasive = desgaste abrasión abrasivo = desgaste abrasão abrasivo = usure abrasion abrasif
lubricant lubrication grease lubricants = lubricante lubricación grasa lubricantes = lubrificante lubrificação graxa = lubrifiant lubrification graisse
cutting cut cutter = corte cortar cortado cortadora = corte cortar cortado = découpe coupe découpage
bending bent folding = doblado plegado curvado = dobra dobramento curvamento = pliage cintrage
drilling drill drills borehole = perforación perforar taladro taladrado sondaje = perfuração perfurar furação sondagem = forage perçage foreuse
grinding grinder milling mill mills = molienda molino molinos rectificado fresado = moagem moinho retificação fresagem = broyage broyeur meulage fraisage
polishing polished = pulido pulir = polimento polir = polissage polir
assembly assembling assemble mounting = ensamblaje ensamble montaje armado = montagem montar = assemblage montage
installation install installing = instalación instalar instalaciones = instalação instalar = installation installer pose
maintenance maintain upkeep = mantenimiento mantención mantener = manutenção manter = maintenance entretien entretenir
repair repairs repairing overhaul = reparación reparar reparaciones = reparo reparação reparar conserto = réparation réparer réparations
spare spares replacement = repuesto repuestos recambio recambios refacciones = sobressalente peça reposição = rechange pièce remplacement
part parts component components = pieza piezas componente componentes = peça peças componente componentes = pièce pièces composant composants
tool tools tooling = herramienta herramientas utillaje herramental = ferramenta ferramentas ferramental = outil outils outillage
die dies stamping stamped pressing = troquel matriz estampado estampación = matriz estampo estampagem = matrice emboutissage estampage
prototype prototypes prototyping = prototipo prototipos = protótipo protótipos = prototype prototypes prototypage
design designs designing = diseño diseñar diseños = projeto desenho design projetar = conception concevoir dessin
drawing drawings blueprint = plano planos dibujo = desenho planta desenhos = plan dessin plans
engineering engineer engineers = ingeniería ingeniero ingenieros = engenharia engenheiro = ingénierie ingénieur
manufacture manufacturing manufacturer manufactured fabrication fabricate make = fabricación fabricar fabricante manufactura fabricamos elaboración = fabricação fabricar fabricante manufatura fabricamos produção = fabrication fabriquer fabricant fabriquons
production produce producer = producción producir productor producimos = produção produzir produtor produzimos = production produire producteur produisons
workshop shop = taller talleres = oficina oficinas = atelier ateliers
factory plant plants mill = fábrica planta plantas factoría = fábrica planta usina unidade = usine fabrique
industrial industry = industrial industria industriales = industrial indústria industriais = industriel industrie industrielle
automation automated automatic = automatización automatizado automático = automação automatizado automático = automatisation automatisé automatique
robot robots robotic = robot robots robótica robótico = robô robôs robótica = robot robots robotique
sensor sensors sensing = sensor sensores = sensor sensores = capteur capteurs
gauge meter meters instrument instrumentation = medidor manómetro instrumento instrumentación medidores = medidor instrumento instrumentação = compteur instrument instrumentation jauge
measurement measure measuring = medición medir medida mediciones = medição medir medida = mesure mesurer mesures
calibration calibrate calibrated = calibración calibrar = calibração calibrar aferição = étalonnage calibrage étalonner
testing test tests = ensayo prueba pruebas ensayos = ensaio teste testes ensaios = essai test essais
inspection inspect inspecting = inspección inspeccionar inspecciones = inspeção inspecionar = inspection inspecter contrôle
quality = calidad = qualidade = qualité
laboratory lab = laboratorio laboratorios = laboratório laboratórios = laboratoire laboratoires
vibration vibrations = vibración vibraciones = vibração vibrações = vibration vibrations
noise acoustic acoustics sound = ruido acústico acústica sonido = ruído acústico acústica som = bruit acoustique sonore
heat heating thermal = calor calefacción térmico calentamiento = calor aquecimento térmico = chaleur chauffage thermique
cooling cool chiller chilled = enfriamiento refrigeración enfriador = resfriamento refrigeração resfriador = refroidissement réfrigération
insulation insulating insulated = aislamiento aislante aislado = isolamento isolante isolado = isolation isolant isolé
pressure pressurised = presión presiones = pressão pressões = pression pressions
temperature temperatures = temperatura temperaturas = temperatura temperaturas = température températures
filter filters filtration filtering = filtro filtros filtración filtrado = filtro filtros filtração filtragem = filtre filtres filtration
dust = polvo polvos = pó poeira = poussière poussières
smoke fumes fume mist = humo humos neblina gases = fumo fumaça névoa = fumée fumées brouillard
gas gases = gas gases = gás gases = gaz
fuel fuels diesel = combustible combustibles diésel petróleo = combustível combustíveis diesel = carburant combustible gazole
oil oils = aceite aceites = óleo óleos azeite = huile huiles
leak leaks leakage = fuga fugas filtración = vazamento fuga vazamentos = fuite fuites
explosion explosive explosives blasting = explosión explosivo explosivos voladura tronadura = explosão explosivo explosivos detonação desmonte = explosion explosif explosifs tir
chemical chemicals reagent reagents = químico químicos reactivo reactivos = químico químicos reagente reagentes = chimique réactif réactifs
acid acids = ácido ácidos = ácido ácidos = acide acides
lime = cal = cal = chaux
powder powders powdered = polvo pulverizado = pó pulverizado = poudre poudres
liquid liquids fluid = líquido líquidos fluido = líquido líquidos fluido = liquide liquides fluide
glue adhesive adhesives = pegamento adhesivo adhesivos cola = cola adesivo adesivos = colle adhésif adhésifs
glass = vidrio cristal vidrios = vidro vidros = verre
ceramic ceramics = cerámica cerámico cerámicas = cerâmica cerâmico = céramique
refractory refractories = refractario refractarios = refratário refratários = réfractaire réfractaires
wood timber wooden = madera maderas = madeira madeiras = bois
paper cardboard carton = papel cartón caja cajas = papel papelão caixa caixas = papier carton cartons
foam = espuma espumas = espuma espumas = mousse mousses
used refurbished = usado reacondicionado = usado recondicionado = occasion reconditionné
lightweight light = ligero liviano = leve = léger légère
strong strength resistance resistant = resistente resistencia = resistente resistência = résistant résistance
heavy = pesado pesada = pesado pesada = lourd lourde
precision accurate accuracy = precisión preciso exacto = precisão preciso = précision précis
size sizes dimension = tamaño dimensión medidas = tamanho dimensão = taille dimension
surface surfaces = superficie superficies = superfície superfícies = surface surfaces
layer layers film = capa película capas = camada filme película = couche film couches
screen mesh sieve screens = malla criba tamiz mallas harnero = malha peneira tela = tamis grille crible maille
ball balls sphere spheres floating = bola esfera esferas bolas flotante = bola esfera esferas flutuante = boule bille sphère flottant
`
