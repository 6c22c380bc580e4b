/** Our own names for CPV 55, 66, 73, 75, 79, 80 and 98, one row each: significant digits | English | Spanish. */
export const businessServicesLabels = `
55|Hotels, meals and retail services|Hoteles, alimentación y comercio
551|Hotels|Hoteles
5511|Rooms in hotels|Alojamiento en hotel
5512|Hotel meeting rooms|Salones de reunión
5513|Other services of hotels|Otros servicios de hotel
552|Camps, lodges and other stays|Campamentos, cabañas y otros alojamientos
5522|Campsites|Campings
5525|Short furnished stays|Estadías amobladas
5527|Guest houses|Hostales
553|Restaurants|Restaurantes
5532|Meals cooked and served|Comidas preparadas y servidas
554|Bars|Bares
555|Canteens and catering|Casinos y catering
5551|Canteens for staff|Casinos de empresa
5552|Catering for sites and occasions|Catering para faenas y actos
559|Shop services|Servicios de comercio minorista
66|Finance and insurance|Finanzas y seguros
661|Banking and investment|Banca e inversión
665|Insurance and pensions|Seguros y pensiones
6651|Insurance cover and brokers|Seguros y corredores
666|Treasury|Tesorería
667|Reinsurance|Reaseguros
73|Research and development|Investigación y desarrollo
731|Research and experiments|Investigación y experimentación
7311|Research|Investigación
7312|Experimental development|Desarrollo experimental
732|Advice on research|Asesoría en investigación
7321|Advice for researchers|Asesoría para investigadores
7322|Advice on product development|Asesoría en desarrollo de productos
733|Planning and running of research|Diseño y ejecución de investigación
734|Defence research|Investigación para defensa
75|Public administration|Administración pública
751|Government services|Servicios de gobierno
752|Services to the community|Servicios a la comunidad
7525|Fire brigades and rescue|Bomberos y rescate
753|Social insurance|Seguridad social
79|Business services|Servicios a empresas
791|Law|Servicios jurídicos
7911|Legal advice and lawsuits|Asesoría y representación legal
7912|Patents and trade marks|Patentes y marcas
792|Accounts, audits and tax|Contabilidad, auditoría e impuestos
7921|Accounts and audits|Contabilidad y auditoría
7922|Tax advice|Asesoría tributaria
793|Market research and advertising|Estudios de mercado y publicidad
7931|Market studies|Estudios de mercado
7932|Opinion polls|Encuestas de opinión
7933|Statistics|Estadísticas
7934|Advertising and marketing|Publicidad y mercadeo
794|Management advice|Consultoría de gestión
7941|Advice on management and strategy|Asesoría en gestión y estrategia
7942|Project and quality management|Gestión de proyectos y de calidad
7943|Handling of crises|Manejo de crisis
795|Office support|Apoyo de oficina
7951|Call centres|Centros de llamadas
7952|Copy shops|Copiado e impresión rápida
7953|Translation|Traducción
7954|Interpreters|Interpretación
7955|Typing and layout|Digitación y diagramación
7957|Mailings|Envíos masivos
796|Staffing|Personal
7961|Recruiting|Selección de personal
7962|Temporary staff|Personal temporal
7963|Staff development|Desarrollo de personal
797|Guarding and investigation|Vigilancia e investigación
7971|Guards and alarms|Guardias y alarmas
7972|Investigators|Investigadores
798|Printing as a service|Servicios de imprenta
7981|Print jobs|Trabajos de imprenta
7982|Finishing and prepress|Encuadernación y preprensa
799|Packing, design, fairs and other services|Empaque, diseño, ferias y otros servicios
7992|Packing and kitting|Empaque y armado de kits
7993|Design of products, interiors and graphics|Diseño de productos, interiores y gráfica
7994|Debt collection|Cobranza
7995|Fairs and congresses|Ferias y congresos
7996|Photographers|Fotografía
7997|Publishers|Servicios editoriales
7999|Other services to business|Otros servicios a empresas
80|Education and training|Educación y capacitación
801|Primary schools|Educación primaria
802|Secondary schools|Educación secundaria
803|Universities|Educación superior
804|Adult learning|Educación de adultos
8042|Online courses|Cursos en línea
805|Training|Capacitación
8051|Specialist courses|Cursos especializados
8052|Training centres|Centros de capacitación
8053|Job skills training|Capacitación laboral
8054|Training on the environment|Capacitación ambiental
8055|Training on safety|Capacitación en seguridad
8056|First aid and health training|Primeros auxilios y salud
8057|Coaching and leadership|Coaching y liderazgo
8058|Language courses|Cursos de idiomas
806|Defence training|Capacitación para defensa
98|Community and personal services|Servicios a la comunidad y las personas
981|Associations|Asociaciones
982|Equality advice|Asesoría en igualdad
983|Laundry and other personal services|Lavandería y otros servicios personales
9831|Laundries|Lavanderías
9833|Wellness|Bienestar
9834|Lodging and office hosting|Alojamiento y oficinas
9837|Funerals|Funerarias
9839|Tailors and other services|Sastrería y otros
985|Household staff|Personal doméstico
989|International bodies|Organismos internacionales
`
