/** Farming, food, textile and packing; a line is one meaning in English = Spanish = Portuguese = French. */
export const foodWords = `
food foods foodstuff = alimento alimentos alimentario comida = alimento alimentos alimentício comida = aliment aliments alimentaire nourriture
agriculture agricultural farming farm farms = agricultura agrícola granja campo = agricultura agrícola fazenda = agriculture agricole ferme
farmer farmers grower growers = agricultor agricultores productor = agricultor agricultores produtor = agriculteur agriculteurs cultivateur
crop crops harvest harvesting = cultivo cultivos cosecha = cultivo colheita safra = culture cultures récolte
seed seeds seedling = semilla semillas plántula = semente sementes muda = semence semences graine
fertilizer fertiliser fertilizers = fertilizante fertilizantes abono = fertilizante fertilizantes adubo = engrais fertilisant
pest pests pesticide insect insects = plaga plagas pesticida insecto insectos = praga pragas pesticida inseto = ravageur nuisible pesticide insecte
fruit fruits = fruta frutas fruto frutícola = fruta frutas fruto = fruit fruits fruitier
vegetable vegetables = verdura hortaliza vegetales hortalizas = legume verdura hortaliça vegetais = légume légumes
berry berries blueberry strawberry = baya arándano arándanos fresa = baga mirtilo morango = baie myrtille fraise
avocado avocados = palta aguacate paltas = abacate abacates = avocat avocats
mango mangoes pineapple = mango piña mangos = manga abacaxi ananás = mangue ananas
banana bananas plantain = plátano banana banano = banana = banane bananes
citrus orange lemon = cítrico naranja limón cítricos = cítrico laranja limão = agrume orange citron
grape grapes wine = uva uvas vino = uva uvas vinho = raisin vigne vin
potato potatoes = papa patata papas = batata batatas = patate
tomato tomatoes = tomate tomates = tomate tomates = tomate tomates
grain grains cereal wheat = grano granos cereal trigo = grão grãos cereal trigo = grain céréale blé
rice = arroz = arroz = riz
corn maize = maíz = milho = maïs
quinoa = quinua quinoa = quinoa = quinoa
bean beans legume pulses = frijol poroto frejol legumbre = feijão leguminosa = haricot légumineuse
nut nuts almond peanut = nuez nueces almendra maní = noz castanha amêndoa amendoim = noix amande arachide
coffee = café = café = café
cocoa cacao chocolate = cacao chocolate = cacau chocolate = cacao chocolat
sugar cane sweetener = azúcar caña edulcorante = açúcar cana adoçante = sucre canne édulcorant
honey beekeeping bees = miel apicultura abejas = mel apicultura abelhas = miel apiculture abeilles
milk dairy cheese = leche lácteo lácteos queso = leite laticínio laticínios queijo = lait laitier fromage
yogurt yoghurt butter cream = yogur mantequilla crema = iogurte manteiga creme = yaourt beurre crème
meat beef pork slaughter = carne res cerdo vacuno faenado = carne bovina suína abate = viande bœuf porc abattage
poultry chicken eggs egg = ave pollo aves huevo huevos = ave frango aves ovo ovos = volaille poulet œuf œufs
fish fishery fishing seafood shrimp = pescado pesca pesquero marisco camarón peces = pescado peixe pesca marisco camarão = poisson pêche crevette
aquaculture salmon trout = acuicultura salmón trucha = aquicultura salmão truta = aquaculture saumon truite
livestock cattle animal animals = ganado ganadería animal animales = gado pecuária animal animais = bétail élevage animal animaux
feed fodder = pienso forraje = ração forragem = fourrage
veterinary = veterinario veterinaria = veterinário veterinária = vétérinaire
juice juices beverage drink drinks = jugo zumo bebida bebidas = suco sumo bebida bebidas = jus boisson boissons
bread bakery flour = pan panadería harina = pão padaria panificação farinha = pain boulangerie farine
pasta noodles biscuit = pasta fideos galleta = massa macarrão biscoito = pâtes biscuit
oilseed olive = oleaginosa oliva aceituna = oleaginosa oliva azeitona = oléagineux olive
spice spices seasoning flavour = especia especias condimento sabor = especiaria tempero condimento sabor = épice épices assaisonnement saveur
salt = sal = sal = sel
ingredient ingredients additive additives = ingrediente ingredientes aditivo aditivos = ingrediente ingredientes aditivo aditivos = ingrédient ingrédients additif additifs
extract extracts extraction = extracto extractos extracción = extrato extratos extração = extrait extraits extraction
starch protein fibre = almidón proteína fibra = amido proteína fibra = amidon protéine fibre
frozen freezing freezer = congelado congelados congelación = congelado congelados congelamento = surgelé congelé congélation
refrigerated refrigeration cold chill = refrigerado refrigeración frío frigorífico = refrigerado refrigeração frio frigorífico = réfrigéré froid frigorifique
drying dried dryer dehydrated = secado seco deshidratado secador = secagem seco desidratado secador = séchage séché déshydraté séchoir
roasting roasted roaster = tostado tostar tueste tostador = torra torrado torrefação = torréfaction grillé torréfié
fermentation fermented = fermentación fermentado = fermentação fermentado = fermentation fermenté
pasteurized pasteurization sterilization = pasteurización esterilización pasteurizado = pasteurização esterilização = pasteurisation stérilisation
washing washed cleaning clean = lavado limpieza limpiar lavar = lavagem limpeza limpar lavar = lavage nettoyage propreté
sorting sorted grading classify = clasificación selección clasificar seleccionado = classificação seleção triagem = tri triage classement calibrage
peel peeling pulp pulping = pelado pulpa despulpado = descascar polpa = épluchage pulpe
processing process processed = procesamiento proceso procesar procesado = processamento processo processar beneficiamento = transformation traitement procédé
packaging packing package packed container = empaque envase embalaje envases envasado = embalagem embalagens envase acondicionamento = emballage conditionnement emballages
label labels labelling = etiqueta etiquetas etiquetado rotulado = etiqueta rótulo rotulagem = étiquette étiquettes étiquetage
bottle bottles bottling = botella botellas embotellado = garrafa garrafas engarrafamento = bouteille bouteilles embouteillage
can cans canned canning tin = lata latas conserva conservas enlatado = lata latas conserva enlatado = conserve conserves boîte
bag bags sack sacks = bolsa bolsas saco sacos = saco sacos sacola bolsa = sac sacs sachet
box boxes crate crates = caja cajas cajón = caixa caixas caixote = boîte caisse caisses
pallet pallets = paleta palé tarima pallets parihuela = palete paletes pallet = palette palettes
biodegradable compostable = biodegradable compostable = biodegradável compostável = biodégradable compostable
tray trays lid lids = bandeja tapa bandejas = bandeja tampa bandejas = barquette couvercle plateau
fresh freshness = fresco frescura frescos = validade fresco frescor = fraîcheur frais
hygiene hygienic sanitary = higiene higiénico sanitario inocuidad = higiene higiênico sanitário = hygiène hygiénique sanitaire
microbiology bacteria pathogen = microbiología bacteria patógeno = microbiologia bactéria patógeno = microbiologie bactérie pathogène
traceability traceable tracing = trazabilidad trazable rastreo = rastreabilidade rastreio = traçabilité
textile textiles fabric fabrics cloth = textil textiles tela tejido telas = têxtil têxteis tecido tecidos = textile textiles tissu tissus
yarn yarns thread spinning = hilo hilado hilatura hilados = fio fios fiação = fil fils filature
cotton = algodón = algodão = coton
wool alpaca = lana alpaca = lã alpaca = laine alpaga
silk linen = seda lino = seda linho = soie lin
leather hide hides tannery = cuero cueros piel curtiembre = couro couros pele curtume = cuir cuirs tannerie
dyeing dye dyes dyed = teñido tinte tintorería colorante = tingimento tintura corante = teinture teindre colorant
weaving woven loom = tejeduría tejer tejido telar = tecelagem tecer tear = tissage tisser
knitting knitted knitwear = punto tricot = malha malharia tricô = tricot maille tricotage
sewing sewn garment garments clothing apparel = confección costura prenda prendas ropa vestimenta = confecção costura roupa vestuário peça = confection couture vêtement vêtements
uniform uniforms workwear = uniforme uniformes = uniforme uniformes fardamento = uniforme uniformes tenue
zipper zippers button buttons = cierre cremallera botón botones = zíper botão botões = fermeture bouton boutons
embroidery embroidered printing printed print = bordado estampado impresión imprenta = bordado estamparia impressão gráfica = broderie impression imprimé imprimerie
fashion handicraft craft artisan = moda artesanía artesano artesanal = moda artesanato artesão artesanal = mode artisanat artisan artisanal
furniture = mueble muebles mobiliario = móvel móveis mobiliário = meuble meubles mobilier
toy toys = juguete juguetes = brinquedo brinquedos = jouet jouets
cosmetic cosmetics soap = cosmético cosméticos jabón = cosmético cosméticos sabão sabonete = cosmétique cosmétiques savon
essential fragrance perfume = esencial fragancia perfume = essencial fragrância perfume = essentiel parfum
pharmaceutical medicine drug drugs = farmacéutico medicamento fármaco medicina = farmacêutico medicamento remédio = pharmaceutique médicament
`
