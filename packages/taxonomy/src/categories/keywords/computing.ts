/** Words people use for CPV 30, 48 and 72: significant digits | English | Spanish | Portuguese, each a comma list. */
export const computingKeywords = `
3012|toner, ink cartridge, photocopier|tóner, cartucho de tinta, fotocopiadora|toner, tinteiro, fotocopiadora
3016|smart card, access card, RFID card|tarjeta inteligente, tarjeta RFID|cartão inteligente, cartão RFID
3019|stationery, office supplies, pen, paper ream|útiles de oficina, papelería, lápiz, resma|material de escritório, papelaria, caneta, resma
302|computer, hardware|computador, computadora, ordenador, hardware|computador, hardware
3021|laptop, notebook, tablet, desktop computer, industrial PC, rugged tablet|notebook, laptop, tableta, computador industrial|portátil, tablet, computador industrial
3023|printer, monitor, hard disk, keyboard, scanner device, barcode reader|impresora, monitor, disco duro, teclado, lector de código de barras|impressora, monitor, disco rígido, teclado, leitor de código de barras
48|software, licence|software, licencia|software, licença
4815|SCADA, PLC software, industrial control software, process control software|SCADA, software industrial, control de procesos|SCADA, software industrial
4832|CAD, GIS, mapping software, BIM|CAD, SIG, software de mapas, BIM|CAD, SIG, BIM
4842|asset management software, maintenance software, CMMS|gestión de activos, software de mantenimiento|gestão de ativos, software de manutenção
4843|warehouse software, WMS, inventory software|WMS, software de inventario, software de bodega|WMS, software de inventário
4844|ERP, accounting software, payroll software, invoicing|ERP, software contable, remuneraciones, facturación|ERP, software de contabilidade, faturação
4846|simulation software, analytics, forecasting, digital twin, machine learning model|software de simulación, analítica, pronóstico, gemelo digital|software de simulação, analítica, gémeo digital
487|cybersecurity software, antivirus, encryption|software de ciberseguridad, antivirus, cifrado|cibersegurança, antivírus
4881|fleet management system, traceability system, monitoring system, dispatch system, tracking platform, early warning system|sistema de gestión de flota, sistema de trazabilidad, sistema de monitoreo, despacho, plataforma de seguimiento, alerta temprana|sistema de gestão de frota, rastreabilidade, sistema de monitorização, alerta precoce
4882|server|servidor|servidor
72|IT services, information technology|informática, tecnologías de información, TI|informática, TI
7222|IT consulting, systems consultancy, ERP implementation, digital transformation|consultoría informática, asesoría TI, implantación de ERP, transformación digital|consultoria informática, implementação de ERP, transformação digital
7223|custom software, software development, app development, mobile app, web application, API integration, developer|software a medida, desarrollo de software, aplicación móvil, aplicación web, integración de sistemas, programador|software à medida, desenvolvimento de software, aplicação móvel, aplicação web, integração de sistemas
7224|systems analysis, user interface design, UX|análisis de sistemas, experiencia de usuario, UX|análise de sistemas, experiência do utilizador
7225|help desk, service desk, system support, user support|mesa de ayuda, soporte a usuarios|apoio ao utilizador, suporte de sistemas
7231|data entry, data processing, data science, data capture, OCR, image recognition, artificial intelligence, computer vision|procesamiento de datos, digitalización, ciencia de datos, reconocimiento de imágenes, inteligencia artificial, visión artificial|processamento de dados, digitalização, ciência de dados, inteligência artificial, visão computacional
7232|database service, blockchain registry|base de datos|base de dados
7241|hosting, cloud, web hosting, domain|hosting, nube, alojamiento web|alojamento web, nuvem
7242|website, web design, e-commerce site, online shop|sitio web, página web, diseño web, tienda en línea, comercio electrónico|sítio web, website, loja online, comércio eletrónico
725|managed IT|administración TI|gestão de TI
727|network administration, network service|administración de redes|administração de redes
728|penetration test, security audit, software testing, QA testing|prueba de penetración, ethical hacking, auditoría informática, pruebas de software|teste de intrusão, auditoria informática, testes de software
729|backup, data migration|respaldo, migración de datos|cópia de segurança, migração de dados
`
