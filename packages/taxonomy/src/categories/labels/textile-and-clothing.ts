/** Our own names for CPV 18 and 19, one row each: significant digits | English | Spanish. */
export const textileAndClothingLabels = `
18|Clothing, shoes, bags and jewellery|Ropa, calzado, bolsos y joyas
181|Workwear|Ropa de trabajo
1811|Uniforms and workwear by trade|Uniformes y ropa de oficio
1813|Workwear for special risks|Ropa de trabajo para riesgos especiales
1814|Work gloves and other workwear extras|Guantes de trabajo y accesorios
182|Coats, suits and other outer clothing|Abrigos, trajes y otras prendas exteriores
1821|Overcoats|Abrigos
1822|Rain and cold-weather wear|Ropa impermeable y de abrigo
1823|Trousers, jackets, knitwear and dresses|Pantalones, chaquetas, tejidos y vestidos
183|Shirts, underwear and basics|Camisas, ropa interior y básicos
1831|Underwear and socks|Ropa interior y calcetines
1832|Bras and corsetry|Corsetería
1833|T-shirts, polos and shirts of all kinds|Poleras, polos y camisas
184|Special clothing and extras|Ropa especial y accesorios
1841|Sportswear and other special wear|Ropa deportiva y otras prendas especiales
1842|Gloves, scarves, belts and ties|Guantes, bufandas, cinturones y corbatas
1844|Hats, caps and helmets for wear|Sombreros, gorras y cascos
1845|Buttons and zips|Botones y cierres
185|Jewellery and watches|Joyas y relojes
1851|Jewels and silverware|Joyería y platería
1852|Watches|Relojes personales
1853|Gifts and prizes|Regalos y premios
186|Fur goods|Peletería
1861|Clothing of fur|Prendas de piel
1862|Fur skins|Pieles
188|Shoes and boots|Calzado
1881|Everyday shoes|Calzado de vestir y de uso diario
1882|Shoes for sport|Calzado deportivo
1883|Safety shoes and boots|Calzado de seguridad
1884|Soles, uppers and shoe parts|Suelas, capelladas y partes de calzado
189|Bags, luggage and saddlery|Bolsos, equipaje y talabartería
1891|Saddles and harness|Sillas de montar y arneses
1892|Suitcases and cases|Maletas y estuches
1893|Sacks, big bags and carrier bags|Sacos, maxisacos y bolsas
19|Textile, leather, plastic and rubber materials|Materiales textiles, cuero, plástico y caucho
191|Leather and hides, tanned|Cueros curtidos
1911|Chamois|Gamuza
1912|Cattle and horse leather|Cuero vacuno y equino
1913|Sheep, goat and pig leather|Cuero ovino, caprino y porcino
1914|Other and composite leather|Otros cueros y cuero compuesto
1916|Straps for watches|Correas de reloj
1917|Leather for machines|Cuero para máquinas
192|Fabrics|Telas
1921|Woven cloth|Tejidos planos
1922|Wool cloth|Paños de lana
1923|Linen cloth|Telas de lino
1924|Technical and pile fabrics|Telas técnicas y de pelo
1925|Knits|Tejidos de punto
1926|Finished cloth by the metre|Paño por metro
1927|Nonwovens|Telas no tejidas
1928|Wool, hides and skins, raw|Lana, cueros y pieles en bruto
194|Fibres and yarn|Fibras e hilados
1941|Natural fibres for spinning|Fibras naturales para hilar
1942|Man-made staple for spinning|Fibra química para hilar
1943|Cotton, wool, alpaca and other natural yarn|Hilado de algodón, lana, alpaca y otros naturales
1944|Man-made yarn|Hilado sintético
195|Rubber and plastic goods|Artículos de caucho y plástico
1951|Goods of rubber|Artículos de caucho
1952|Goods of plastic|Artículos de plástico
196|Textile, leather and plastic waste; refuse sacks|Residuos textiles, de cuero y plástico; bolsas de basura
1961|Waste of leather|Residuos de cuero
1962|Rags and textile offcuts|Trapos y retazos
1963|Waste of rubber|Residuos de caucho
1964|Refuse sacks and film waste|Bolsas de basura y residuos de film
197|Synthetic rubber and man-made fibre|Caucho sintético y fibras químicas
1971|Rubber, synthetic|Caucho sintético
1972|Fibres, synthetic|Fibras sintéticas
1973|Fibres, regenerated|Fibras regeneradas
`
