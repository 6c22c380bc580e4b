/** Mines, earth, energy, water and the environment; a line is one meaning in English = Spanish = Portuguese = French. */
export const miningWords = `
mining mine mines miner = minería minero mina minas minera mineros = mineração mina minas mineiro = minier mine mines
ore ores mineral minerals = mineral minerales mena = minério minérios mineral = minerai minerais minéral
rock rocks stone = roca rocas piedra = rocha rochas pedra = roche roches pierre
underground tunnel tunnels = subterráneo subterránea túnel túneles = subterrâneo subterrânea túnel túneis = souterrain souterraine tunnel
pit quarry = rajo tajo cantera = cava pedreira = carrière
tailings tailing slurry = relave relaves pulpa lodos = rejeito rejeitos polpa lama = résidus stériles boues
dam dams embankment = presa represa dique tranque muro = barragem dique represa = barrage digue
leaching heap = lixiviación pila pilas = lixiviação pilha = lixiviation tas
flotation = flotación = flotação = flottation
smelter smelting = fundición fundir = fundição fusão = fonderie fusion
electrowinning electrolysis electrolytic cathode = electroobtención electrolisis electrolítico cátodo = eletroobtenção eletrólise eletrolítico cátodo = électrolyse électrolytique cathode
refinery refining = refinería refinación = refinaria refino = raffinerie raffinage
concentrate concentrator = concentrado concentradora = concentrado concentrador = concentré concentrateur
gold silver = oro plata = ouro prata = or argent
lithium = litio = lítio = lithium
coal = carbón = carvão = charbon
crusher crushing crushed = chancador chancado trituradora trituración = britador britagem = concasseur concassage
truck trucks haul haulage = camión camiones volquete acarreo = caminhão caminhões camião = camion camions transport
tyre tyres tire tires = neumático llanta neumáticos llantas = pneu pneus = pneu pneus
loader excavator bulldozer shovel = cargador excavadora pala = carregadeira escavadeira pá = chargeuse excavatrice pelle
blast detonator initiation = tronadura detonador voladura = detonação detonador = détonateur minage
slope stability landslide = talud estabilidad deslizamiento taludes = talude estabilidade deslizamento = talus stabilité glissement
geotechnical geotechnics soil = geotecnia geotécnico suelo suelos = geotecnia geotécnico solo solos = géotechnique sol sols
geology geological geologist = geología geológico geólogo = geologia geológico = géologie géologique
survey surveying topography mapping = topografía levantamiento relevamiento mapeo = topografia levantamento mapeamento = topographie relevé arpentage cartographie
monitoring monitor monitored = monitoreo monitorización seguimiento = monitoramento monitorização = surveillance suivi monitorage
radar = radar = radar = radar
drone drones unmanned = dron drones = drone drones = drone drones
fatigue drowsiness tired = fatiga somnolencia cansancio = fadiga sonolência cansaço = fatigue somnolence
driver drivers operator operators = conductor operador conductores operadores chofer = motorista condutor operador = conducteur chauffeur opérateur
collision collisions = colisión choque colisiones = colisão colisões = collision collisions
safety safe = seguridad seguro = segurança seguro = sécurité sûr
helmet helmets protective ppe = casco cascos protección epp = capacete capacetes proteção epi = casque casques protection epi
glove gloves = guante guantes = luva luvas = gant gants
boot boots shoe shoes footwear = bota botas zapato calzado calzados = bota botas sapato calçado = botte chaussure chaussures
rescue emergency = rescate emergencia = resgate emergência = sauvetage urgence secours
fire firefighting extinguisher = incendio fuego extintor = incêndio fogo extintor = incendie feu extincteur
water waters = agua aguas hídrico = água águas hídrico = eau eaux
wastewater sewage effluent effluents = residuales efluente efluentes alcantarillado = residuais efluente efluentes esgoto = usées effluent effluents égout
treatment treat treating = tratamiento tratar = tratamento tratar = traitement traiter
desalination seawater brine = desalación desalinización salmuera mar = dessalinização salmoura = dessalement saumure
membrane membranes osmosis = membrana membranas ósmosis = membrana membranas osmose = membrane membranes osmose
purification purify potable drinking = purificación purificar potable = purificação purificar potável = purification potable épuration
sludge sludges = lodo lodos fango = lodo lodos lama = boue boues
evaporation evaporate = evaporación evaporar = evaporação evaporar = évaporation
pond ponds lagoon reservoir = poza estanque laguna embalse = lagoa tanque açude = bassin étang lagune
irrigation irrigate drip = riego regar goteo = irrigação irrigar rega gotejamento = irrigation arrosage goutte
rain rainwater stormwater flood = lluvia pluvial inundación = chuva pluvial inundação = pluie pluviale inondation
groundwater well wells aquifer = pozo pozos acuífero subterránea = poço poços aquífero = puits nappe aquifère
waste wastes garbage refuse = residuo residuos basura desechos = resíduo resíduos lixo = déchet déchets ordures
recycling recycle recycled = reciclaje reciclar reciclado = reciclagem reciclar reciclado = recyclage recycler recyclé
compost composting organic = compost compostaje orgánico orgánicos = compostagem composto orgânico = compost compostage organique biologique
landfill disposal dump = vertedero relleno disposición = aterro descarte disposição = décharge élimination enfouissement
hazardous dangerous toxic = peligroso peligrosos tóxico = perigoso perigosos tóxico = dangereux toxique
pollution contamination contaminated pollutant = contaminación contaminante contaminado = poluição contaminação contaminado = pollution contamination polluant
environmental environment ecological = ambiental medioambiental ecológico medioambiente = ambiental ecológico = environnemental environnement écologique
emission emissions carbon footprint = emisión emisiones carbono huella = emissão emissões carbono pegada = émission émissions carbone empreinte
climate weather meteorological = clima meteorológico tiempo = clima meteorológico = climat météo météorologique
restoration reforestation revegetation reclamation = restauración reforestación revegetación = restauração reflorestamento revegetação = restauration reboisement revégétalisation
tree trees forest forestry plants = árbol árboles bosque forestal = árvore árvores floresta florestal = arbre arbres forêt forestier
biodiversity wildlife fauna = biodiversidad fauna = biodiversidade fauna = biodiversité faune
energy power = energía eléctrica potencia = energia elétrica potência = énergie électrique puissance
electricity electric electrical electrician = electricidad eléctrico eléctrica eléctricos = eletricidade elétrico elétrica = électricité électrique électricien
solar photovoltaic = solar fotovoltaico fotovoltaica solares = solar fotovoltaico fotovoltaica = solaire photovoltaïque
wind = eólico eólica viento = eólico eólica vento = éolien éolienne vent
battery batteries storage = batería baterías almacenamiento = bateria baterias armazenamento = batterie batteries stockage
charging charger charge = carga cargador recarga = carga carregador recarga = charge chargeur recharge
transformer transformers substation = transformador transformadores subestación = transformador transformadores subestação = transformateur transformateurs poste
cable cables wiring = cable cables cableado = cabo cabos cablagem fiação = câble câbles câblage
switchgear switchboard panel panels = tablero tableros panel paneles celdas = quadro painel painéis = tableau panneau panneaux armoire
lighting lamp lamps led luminaire = iluminación lámpara alumbrado luminaria = iluminação lâmpada luminária = éclairage lampe luminaire
hydrogen = hidrógeno = hidrogênio = hydrogène
biogas biomass biofuel = biogás biomasa biocombustible = biogás biomassa biocombustível = biogaz biomasse biocarburant
efficiency efficient saving savings = eficiencia eficiente ahorro = eficiência eficiente economia = efficacité efficace économie rendement
grid network networks = red redes malla = rede redes = réseau réseaux
`
