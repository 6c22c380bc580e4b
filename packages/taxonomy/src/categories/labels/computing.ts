/** Our own names for CPV 30, 48 and 72, one row each: significant digits | English | Spanish. */
export const computingLabels = `
30|Computers, office machines and supplies|Computadores, máquinas y útiles de oficina
301|Office machines and supplies|Máquinas y útiles de oficina
3012|Copiers, toner and printing supplies|Fotocopiadoras, tóner e insumos de impresión
3016|Cards with chip or stripe|Tarjetas con chip o banda
3017|Label machines|Etiquetadoras de oficina
3019|Stationery and small office goods|Papelería y artículos de oficina
302|Computers and parts|Computadores y partes
3021|Computers, tablets and industrial PCs|Computadores, tabletas y PC industriales
3023|Printers, screens, storage and other peripherals|Impresoras, pantallas, almacenamiento y periféricos
48|Software and ready-made systems|Software y sistemas
481|Software for one trade|Software sectorial
4815|Plant control software|Software de control de planta
482|Network software|Software de redes
483|Documents, drawing and planning software|Software de documentos, dibujo y planificación
4832|Drawing, CAD and GIS software|Software de dibujo, CAD y SIG
484|Business software|Software de negocio
4842|Facility and asset management software|Software de activos e instalaciones
4843|Stock and warehouse software|Software de inventario y bodega
4844|Accounting and ERP software|Software contable y ERP
4846|Analysis, simulation and forecasting software|Software de análisis, simulación y pronóstico
485|Messaging and media software|Software de comunicación y multimedia
486|Databases and operating systems|Bases de datos y sistemas operativos
487|Utility and security software|Utilidades y software de seguridad
488|Information systems with servers|Sistemas de información y servidores
4881|Monitoring and control systems|Sistemas de monitoreo y control
4882|Servers for data rooms|Servidores de datos
489|Other software|Otro software
72|IT services|Servicios informáticos
721|Advice on hardware|Asesoría en hardware
722|Programming and IT advice|Programación y asesoría informática
7221|Programming of packaged products|Programación de productos empaquetados
7222|IT and systems advice|Asesoría de sistemas
7223|Software made to order|Desarrollo de software a medida
7224|Analysis and design of systems|Análisis y diseño de sistemas
7225|System care and help desk|Soporte de sistemas y mesa de ayuda
7226|Software care and roll-out|Mantención e implantación de software
723|Data processing|Procesamiento de datos
7231|Data entry, capture and processing|Captura y procesamiento de datos
7232|Databases as a service|Servicios de bases de datos
724|Internet access and web|Acceso a internet y web
7241|Hosting, mail and cloud providers|Hosting, correo y nube
7242|Web design and development|Diseño y desarrollo web
725|IT management|Gestión informática
726|IT support|Soporte informático
727|Network services|Servicios de redes
728|IT audits and tests|Auditorías y pruebas informáticas
729|Backup and conversion of data|Respaldo y conversión de datos
`
