/** What people say of their aims and troubles before they know the trade's own word; a line is one meaning in English = Spanish = Portuguese = French. */
export const plainWords = `
anticipate foresee forecast predict predictive = anticipar prever predecir predictivo = antecipar prever preditivo = anticiper prévoir prédire prédictif
failure failures breakdown breakdowns fault faults malfunction = avería averías falla fallas fallo desperfecto = avaria avarias falha falhas quebra defeito = panne pannes défaillance défaillances avarie
asset assets = activo activos = ativo ativos = actif actifs
critical essential vital = crítico críticos crítica esencial = crítico críticos crítica essencial = critique critiques essentiel
avoid avoidance = evitar evita = evitar evita = éviter évite
stop stoppage downtime outage shutdown = parada paradas detención paro inactividad = parada paradas paralisação = arrêt arrêts immobilisation
lifespan lifetime durability durable lasting = duración durable duradero vida útil = durabilidade durável duradouro = durée durable longévité
extend prolong lengthen = prolongar alargar extender = prolongar estender alongar = prolonger rallonger étendre
damage damaged harm = daño daños dañado = dano danos danificado = dommage dommages endommagé dégât
broken break breakage crack cracks = roto rotura quiebre grieta grietas = quebrado ruptura trinca rachadura = cassé rupture fissure fissures
worn wearing = desgastado gastado = desgastado gasto = usé usure
slippery slip slipping fall falls = resbaloso resbalar caída caídas = escorregadio escorregar queda quedas = glissant glisser chute chutes
breathe breathing respiratory inhale = respirar respiración respiratorio inhalar = respirar respiração respiratório inalar = respirer respiration respiratoire inhaler
vapour vapor vapours steam = vapor vapores = vapor vapores = vapeur vapeurs
corrosive corroding = corrosivo corrosivos corrosiva = corrosivo corrosivos corrosiva = corrosif corrosive corrosifs
cell cells = celda celdas célula = célula células cuba = cellule cellules cuve
sample samples sampling core cores = muestra muestras muestreo testigo testigos = amostra amostras amostragem testemunho = échantillon échantillons échantillonnage carotte carottage
deep depth deeper = profundo profundidad profundos = profundo profundidade = profond profondeur
resource resources reserve reserves = recurso recursos reserva reservas = recurso recursos reserva reservas = ressource ressources réserve réserves
explore exploration prospecting = explorar exploración prospección = explorar exploração prospecção = explorer exploration prospection
confirm verify verification validate = confirmar verificar verificación validar = confirmar verificar verificação validar = confirmer vérifier vérification valider
dirt mud muddy = barro lodo suciedad = barro lama sujeira = boue saleté
particle particles particulate airborne = partícula partículas particulado = partícula partículas particulado = particule particules
loud quiet silent hearing = ruidoso silencioso audición auditivo = barulhento silencioso audição = bruyant silencieux audition
thirst drink dry arid drought = sed seco árido sequía = sede seco árido seca = soif sec aride sécheresse
scarce scarcity shortage lack = escaso escasez falta = escasso escassez falta = rare pénurie manque
reuse reused returnable refill refillable = reutilizar reutilizable retornable rellenable recarga = reutilizar reutilizável retornável recarregável = réutiliser réutilisable consigné rechargeable
disposable throwaway = desechable descartable descartables desechables = descartável descartáveis = jetable jetables
small tiny little miniature = pequeño pequeña pequeñito frasquito = pequeno pequena miúdo = petit petite minuscule
jar jars flask flasks vial vials = frasco frascos frasquito frasquitos = frasco frascos = flacon flacons bocal
soap shampoo toiletries amenities amenity = jabón champú amenidades artículos tocador = sabonete xampu amenidades higiene = savon shampooing accueil toilette
room rooms bedroom guestroom = habitación habitaciones cuarto = quarto quartos = chambre chambres
guest guests visitor visitors traveller travelers travellers tourist tourists = huésped huéspedes visitante visitantes viajero viajeros turista turistas = hóspede hóspedes visitante visitantes viajante viajantes turista turistas = hôte hôtes visiteur visiteurs voyageur voyageurs touriste touristes
experience experiences = experiencia experiencias vivencia vivencias = experiência experiências vivência vivências = expérience expériences
authentic genuine original traditional = auténtico auténticas genuino tradicional = autêntico autênticas genuíno tradicional = authentique authentiques traditionnel
culture cultural heritage = cultura cultural patrimonio = cultura cultural patrimônio = culture culturel patrimoine
native peoples tribe ancestral = originario originarios pueblos ancestral = originário originários povos ancestral = autochtone autochtones peuples ancestral
guide guides guided excursion excursions tour tours = guía guías guiado excursión excursiones recorrido = guia guias guiado excursão excursões passeio = guide guides guidé excursion excursions circuit
craft crafts handicraft artisan artisans handmade = artesanía artesanías artesano artesanal = artesanato artesão artesanal = artisanat artisan artisans artisanal
souvenir gift gifts = recuerdo regalo regalos = lembrança presente presentes = souvenir cadeau cadeaux
bean beans green unroasted cup cupping = grano granos verde taza catación = grão grãos verde xícara degustação = grain grains vert tasse dégustation
roaster roasters roasted unroasted = tostador tostadores tostar tostado = torrador torradores torrefador torrado = torréfacteur torréfacteurs torréfié
taste flavor aroma = sabor aroma gusto = sabor aroma gosto = goût arôme saveur
fresh freshness = fresco frescos frescura = fresco frescos frescor = frais fraîche fraîcheur
ripe ripening maturity = maduro maduración madurez = maduro maturação = mûr maturation maturité
shelf expiry spoil spoilage rot = vencimiento caducidad pudrición descomposición = validade apodrecimento vencimento = péremption pourriture altération
allergen allergens gluten = alérgeno alérgenos gluten = alérgeno alérgenos glúten = allergène allergènes gluten
organic ecological fairtrade = orgánico orgánica ecológico = orgânico orgânica ecológico = biologique bio écologique
traceability traceable origin = trazabilidad trazable origen = rastreabilidade rastreável origem = traçabilité traçable origine
truckload load loads cargo freight = carga cargas flete = carga cargas frete = charge charges fret cargaison
pallet pallets crate crates box boxes = palé pallet pallets caja cajas cajón = palete paletes caixa caixas caixote = palette palettes caisse caisses
carry carrying haul move moving = llevar acarrear mover traslado = levar carregar mover transporte = porter déplacer transporter
lift raise raising lower = levantar elevar izar bajar = levantar elevar içar baixar = lever soulever hisser baisser
place placing position height heights = colocar posición altura alturas = colocar posição altura alturas = placer position hauteur
reach reachable access accessible accessibility = alcance acceso accesible accesibilidad = alcance acesso acessível acessibilidade = portée accès accessible accessibilité
enclosed confined closed space spaces = encerrado confinado cerrado espacio espacios = confinado fechado espaço espaços = confiné fermé espace espaces
distance far long = distancia lejos largo = distância longe longo = distance loin long
speed fast quick rapid = velocidad rápido rápida = velocidade rápido rápida = vitesse rapide
slow delay delays waiting = lento demora retraso espera = lento demora atraso espera = lent retard attente
queue congestion traffic = cola congestión tráfico = fila congestionamento tráfego = file congestion trafic
count counting counter = contar conteo contador = contar contagem contador = compter comptage compteur
know find search seek = saber encontrar buscar buscamos = saber encontrar buscar procurar = savoir trouver chercher
see watch look view visual = ver mirar vista visual = ver olhar vista visual = voir regarder vue visuel
alarm alert alerts warning warn = alarma alerta alertas aviso = alarme alerta alertas aviso = alarme alerte alertes avertissement
danger risk risks hazard hazards = peligro riesgo riesgos = perigo risco riscos = danger risque risques
accident accidents incident incidents injury = accidente accidentes incidente lesión = acidente acidentes incidente lesão = accident accidents incident blessure
hand hands finger fingers = mano manos dedo dedos = mão mãos dedo dedos = main mains doigt doigts
foot feet leg legs = pie pies pierna = pé pés perna = pied pieds jambe
eye eyes goggles glasses = ojo ojos gafas lentes antiparras = olho olhos óculos = œil yeux lunettes
clothing clothes garment garments uniform uniforms workwear = ropa vestuario prenda prendas uniforme uniformes = roupa vestuário peça uniforme uniformes = vêtement vêtements habit uniforme uniformes tenue
shirt trousers jacket = camisa pantalón chaqueta = camisa calça jaqueta = chemise pantalon veste
fabric fabrics cloth textile yarn thread = tela telas tejido textil hilo = tecido tecidos têxtil fio = tissu tissus textile fil
cotton wool alpaca = algodón lana alpaca = algodão lã alpaca = coton laine alpaga
sew sewing stitching = coser costura confección = costurar costura confecção = coudre couture confection
leather hide tannery = cuero piel curtiembre = couro pele curtume = cuir peau tannerie
furniture desk chair chairs = mueble muebles escritorio silla sillas = móvel móveis mesa cadeira cadeiras = meuble meubles bureau chaise chaises
print printing printed = imprimir impresión impreso = imprimir impressão impresso = imprimer impression imprimé
sign signs signage signalling = señal señales señalética señalización = sinal sinais sinalização = panneau panneaux signalisation
bag bags sack sacks = bolsa bolsas saco sacos = bolsa saco sacos = sac sacs
lid cover covers cap = tapa cubierta cubiertas = tampa cobertura coberturas = couvercle couverture bouchon
home house housing dwelling = casa vivienda viviendas hogar = casa moradia habitação lar = maison logement logements
office offices = oficina oficinas = escritório escritórios = bureau bureaux
camp campsite = campamento faena = acampamento = camp campement
remote isolated = remoto remota aislado = remoto remota isolado = éloigné isolé
altitude mountain mountains highland = altura altitud montaña cordillera = altitude montanha serra = altitude montagne
desert = desierto = deserto = désert
sea ocean coast coastal = mar océano costa costero = mar oceano costa costeiro = mer océan côte côtier
river rivers lake lakes basin = río ríos lago cuenca = rio rios lago bacia = rivière rivières fleuve lac bassin
cold freeze frost = frío helada congelar = frio geada congelar = froid gel geler
hot warm = caliente cálido calor = quente calor = chaud chaleur
roughness smooth = rugosidad liso suave = rugosidade liso suave = rugosité lisse
soft hard hardness = blando duro dureza = macio duro dureza = mou dur dureté
thin thick thickness = delgado grueso espesor = fino grosso espessura = mince épais épaisseur
weight kilo tonne tonnes = peso kilo tonelada toneladas = peso quilo tonelada toneladas = poids kilo tonne tonnes
volume litre litres = volumen litro litros = volume litro litros = volume litre litres
half double increase rise raise = mitad doble aumentar aumento = metade dobro aumentar aumento = moitié double augmenter augmentation
less lower decrease = menos disminuir bajar = menos diminuir baixar = moins diminuer baisser
eliminate eliminating abolish = eliminar eliminación = eliminar eliminação = éliminer élimination supprimer
separate separation separator = separar separación separador = separar separação separador = séparer séparation séparateur
collect collection gather = recoger recolección recolectar = coletar coleta recolher = collecter collecte ramasser
transform turn convert conversion = transformar convertir conversión = transformar converter conversão = transformer convertir conversion
measurement record recording log = medición registro registrar = medição registro registrar = mesure enregistrement registre
share sharing exchange = compartir intercambio = compartilhar troca = partager échange
teach learn skill skills = enseñar aprender habilidad habilidades = ensinar aprender habilidade habilidades = enseigner apprendre compétence compétences
young youth student students = joven jóvenes estudiante estudiantes = jovem jovens estudante estudantes = jeune jeunes étudiant étudiants
people person persons staff = gente persona personas personal = gente pessoa pessoas pessoal = gens personne personnes personnel
neighbour neighbours resident residents = vecino vecinos residente = vizinho vizinhos morador = voisin voisins riverain
impact impacts effect assessment = impacto impactos efecto evaluación = impacto impactos efeito avaliação = impact impacts effet évaluation
permit permits licence license = permiso permisos licencia = permissão licença alvará = permis licence autorisation
law rule regulation compliance comply = norma regla reglamento cumplimiento cumplir = norma regra regulamento conformidade cumprir = loi règle règlement conformité
consultant consultants expert experts = consultor consultores experto expertos = consultor consultores perito especialista = consultant consultants expert experts
site sites location = sitio sitios terreno emplazamiento = local sítio terreno = site sites terrain emplacement
new novel = nuevo nueva nuevos = novo nova novos = nouveau nouvelle nouveaux
old aged ageing = viejo antiguo envejecimiento = velho antigo envelhecimento = vieux ancien vieillissement
cheap cheaper affordable = barato económico asequible = barato econômico acessível = abordable économique
customer customers client clients = cliente clientes = cliente clientes = client clients
invoice invoices billing payment payments = factura facturas facturación pago pagos = fatura faturas faturamento pagamento pagamentos = facture factures facturation paiement paiements
document documents paper paperwork = documento documentos papel papeleo = documento documentos papel papelada = document documents papier paperasse
`
