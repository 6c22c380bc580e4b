/** Our own names for CPV 03, 15, 16 and 77, one row each: significant digits | English | Spanish. */
export const agricultureAndFoodLabels = `
03|Farm, fish and forest produce|Productos del campo, el mar y el bosque
031|Field crops and garden produce|Cultivos y productos de huerta
0311|Field crops, seeds and fibres|Cultivos extensivos, semillas y fibras
0312|Plants, flowers and seedlings|Plantas, flores y plantines
0313|Coffee, cocoa, tea and spice crops|Cultivos de café, cacao, té y especias
0314|Honey, wax and other hive or animal goods|Miel, cera y otros productos de colmena o animales
032|Grain, vegetables, fruit and nuts (fresh)|Granos, hortalizas, frutas y frutos secos (frescos)
0321|Grain and fresh potatoes|Granos y papas frescas
0322|Fresh vegetables, fruit and nuts|Hortalizas, frutas y frutos secos frescos
033|Livestock, fish and animal produce|Ganado, pescado y productos animales
0331|Fresh fish and shellfish|Pescados y mariscos frescos
0332|Live animals|Animales vivos
0333|Raw milk, wool and other farm goods|Leche cruda, lana y otros productos de granja
0334|Ear tags for animals|Caravanas y aretes para animales
034|Timber and forest goods|Madera y productos del bosque
0341|Timber and logs|Madera y troncos
0342|Natural gums and resins|Gomas y resinas naturales
0343|Natural cork|Corcho natural
0344|Moss, foliage and wild forest goods|Musgos, follajes y productos silvestres
0345|Trees and shrubs from nurseries|Árboles y arbustos de vivero
0346|Wood pulp|Celulosa
15|Food, drink and tobacco|Alimentos, bebidas y tabaco
151|Meat|Carnes
1511|Fresh and frozen meat|Carne fresca y congelada
1513|Sausages, ham and other cured meat|Embutidos, jamones y otros fiambres
152|Processed fish|Pescado procesado
1521|Fillets and roe|Filetes y huevas
1522|Fish, deep-frozen|Pescado congelado
1523|Fish dried, salted or smoked|Pescado seco, salado o ahumado
1524|Fish in cans and ready to eat|Conservas y preparados de pescado
1525|Shellfish, processed|Mariscos procesados
153|Processed fruit and vegetables|Frutas y hortalizas procesadas
1531|Potato goods|Productos de papa
1532|Juices and pulps|Jugos y pulpas
1533|Preserved, dried or frozen fruit and vegetables|Frutas y hortalizas en conserva, deshidratadas o congeladas
154|Oils and fats|Aceites y grasas
1541|Raw oils and fats|Aceites y grasas crudos
1542|Oils and fats, refined|Aceites y grasas refinados
1543|Margarine and spreads|Margarinas y untables
155|Dairy|Lácteos
1551|Milk and fresh cream|Leche y crema
1553|Butters|Mantequillas
1554|Cheeses|Quesos
1555|Yogurt, ice cream and other dairy|Yogur, helado y otros lácteos
156|Flour, cereals and starch|Harinas, cereales y almidones
1561|Flour, rice and milled cereals|Harinas, arroz y cereales molidos
1562|Starch and glucose|Almidón y glucosa
157|Feed for animals|Alimento para animales
1571|Ready-made feed for livestock, fish and pets|Piensos para ganado, peces y mascotas
158|Bakery, sweets, coffee, seasonings and other food|Panadería, dulces, café, condimentos y otros alimentos
1581|Bread and fresh pastry|Pan y pastelería fresca
1582|Biscuits and long-life pastry|Galletas y bollería de larga duración
1583|Sugar and sweeteners|Azúcar y endulzantes
1584|Cocoa, chocolate and sweets|Cacao, chocolate y golosinas
1585|Pasta|Pastas
1586|Coffee and tea, roasted or prepared|Café y té, tostados o preparados
1587|Sauces, spices and seasonings|Salsas, especias y condimentos
1588|Baby, diet and functional food|Alimentos infantiles, dietéticos y funcionales
1589|Dry goods, ready meals and other groceries|Abarrotes, comidas listas y otros víveres
159|Drinks and tobacco|Bebidas y tabaco
1591|Spirits|Destilados
1593|Wine|Vinos
1594|Cider and fruit wine|Sidra y vinos de fruta
1595|Other fermented drinks|Otras bebidas fermentadas
1596|Beer|Cerveza
1598|Water, soft drinks and other drinks without alcohol|Agua, refrescos y otras bebidas sin alcohol
1599|Tobacco goods|Productos de tabaco
16|Farm and forest machines|Máquinas agrícolas y forestales
161|Tilling and sowing machines|Máquinas de labranza y siembra
1611|Ploughs and discs|Arados y discos
1612|Harrows and cultivators|Rastras y cultivadores
1613|Seed drills and transplanters|Sembradoras y trasplantadoras
1614|Manure and fertiliser spreaders|Esparcidoras de estiércol y fertilizante
1615|Lawn rollers|Rodillos para césped
1616|Garden tools and machines|Herramientas y máquinas de jardín
163|Mowers, balers and harvesters|Segadoras, enfardadoras y cosechadoras
1631|Mowing machines|Segadoras
1632|Hay tools|Equipos de henificación
1633|Balers|Enfardadoras
1634|Combines and other harvesters|Cosechadoras y trilladoras
164|Crop sprayers and irrigation sprayers|Pulverizadoras y equipos de riego
165|Farm trailers|Remolques agrícolas
1651|Farm trailers that load themselves|Remolques autocargadores
1652|Farm tipping trailers|Remolques de volteo
1653|Farm semi-trailers that load themselves|Semirremolques autocargadores
1654|Farm tipping semi-trailers|Semirremolques de volteo
166|Post-harvest, milking, feed and poultry machines|Máquinas de poscosecha, ordeña, forraje y avicultura
1661|Sorting and cleaning machines for eggs and produce|Clasificadoras y limpiadoras de huevos y frutos
1662|Milking equipment|Equipos de ordeña
1663|Feed-making machines|Máquinas para preparar alimento animal
1664|Bee-keeping equipment|Equipos apícolas
1665|Poultry equipment|Equipos avícolas
167|Farm tractors|Tractores agrícolas
1671|Walking tractors|Motocultores
1672|Second-hand tractors|Tractores usados
1673|Tractor engines|Motores de tracción
168|Spare parts for farm and forest machines|Repuestos de máquinas agrícolas y forestales
1681|Spare parts for farm machines|Repuestos de máquinas agrícolas
1682|Spare parts for forest machines|Repuestos de máquinas forestales
77|Farm, forest, garden and fish-farm services|Servicios agrícolas, forestales, de jardín y acuícolas
771|Services to farms|Servicios al agro
7711|Crop services: sowing, spraying, harvesting|Servicios de cultivo: siembra, fumigación, cosecha
7712|Composting|Compostaje
772|Services to forestry|Servicios forestales
7721|Tree felling and log extraction|Tala y extracción de madera
7722|Timber treatment|Tratamiento de madera
7723|Forest care and planting|Manejo y plantación forestal
773|Gardens and green areas|Jardines y áreas verdes
7731|Planting and care of green areas|Plantación y mantención de áreas verdes
7732|Care of sports turf|Cuidado de canchas deportivas
7733|Flower arrangements|Arreglos florales
7734|Pruning of trees and hedges|Poda de árboles y setos
774|Zoo services|Servicios de zoológico
775|Services to livestock keepers|Servicios a la ganadería
776|Hunting and trapping|Caza y captura
777|Services to fishing fleets|Servicios a la pesca
778|Fish and shellfish farming|Acuicultura
7781|Marine farming|Maricultura
7782|Oyster farming|Cultivo de ostras
7783|Farming of other shellfish|Cultivo de otros moluscos
7784|Shrimp farming|Cultivo de camarón
7785|Fish farms|Piscicultura
779|Services to bee-keepers|Servicios apícolas
`
