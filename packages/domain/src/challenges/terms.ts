/** Who owns what comes of a challenge: everybody, both, the buyer, or the firm. */
export const termsTemplates = ['open', 'shared', 'transferred', 'kept'] as const
export type TermsTemplate = (typeof termsTemplates)[number]

export const termsSections = ['ownership', 'background', 'use', 'publication', 'confidentiality', 'payment'] as const
export type TermsSection = (typeof termsSections)[number]
export type TermsTexts = Readonly<Record<TermsSection, string>>

export const ndaTiers = ['none', 'organisation', 'person'] as const
/**
 * Who must have accepted before the confidential part is read: nobody, somebody for the organisation, or each person for
 * itself. Of none of them anybody who does not see the challenge.
 */
export type NdaTier = (typeof ndaTiers)[number]

type Languages = Readonly<Record<'en' | 'es', string>>
const shared: Readonly<Record<'background' | 'confidentiality', Languages>> = {
  background: {
    en: 'Each side keeps what it knew and owned before. Nothing of it passes to the other by taking part.',
    es: 'Cada parte conserva lo que sabía y poseía antes. Nada de ello pasa a la otra por participar.',
  },
  confidentiality: {
    en: 'What one side marks as confidential the other uses for this challenge alone and shows to nobody else for five years.',
    es: 'Lo que una parte marca como confidencial, la otra lo usa solo para este desafío y no lo muestra a nadie más durante cinco años.',
  },
}

const own: Readonly<Record<TermsTemplate, Readonly<Record<Exclude<TermsSection, keyof typeof shared>, Languages>>>> = {
  open: {
    ownership: {
      en: 'What is developed here belongs to everybody: it is published under an open licence.',
      es: 'Lo que se desarrolle aquí es de todos: se publica con una licencia abierta.',
    },
    use: {
      en: 'Buyer and firm, like anybody else, may use, change and sell it without asking.',
      es: 'El comprador y la empresa, como cualquiera, pueden usarlo, cambiarlo y venderlo sin preguntar.',
    },
    publication: {
      en: 'The firm publishes it within six months after the pilot and is named as its author.',
      es: 'La empresa lo publica en los seis meses siguientes al piloto y figura como autora.',
    },
    payment: {
      en: 'The buyer pays for the pilot and the test site; there are no fees for use.',
      es: 'El comprador paga el piloto y el sitio de prueba; no hay pagos por uso.',
    },
  },
  shared: {
    ownership: {
      en: 'What is developed here belongs to both sides in equal parts.',
      es: 'Lo que se desarrolle aquí pertenece a ambas partes por igual.',
    },
    use: {
      en: 'Each side may use it in its own business. Licences to others need the consent of both.',
      es: 'Cada parte puede usarlo en su propio negocio. Las licencias a otros requieren el acuerdo de ambas.',
    },
    publication: {
      en: 'Neither side publishes it without the other, which answers within thirty days.',
      es: 'Ninguna parte lo publica sin la otra, que responde en treinta días.',
    },
    payment: {
      en: 'Both share costs and income from licences as agreed before the pilot, and by halves where nothing is agreed.',
      es: 'Ambas comparten costos e ingresos por licencias según lo acordado antes del piloto, y por mitades si no hay acuerdo.',
    },
  },
  transferred: {
    ownership: {
      en: 'What is developed here passes to the buyer once the price named in the contract is paid, and not before.',
      es: 'Lo que se desarrolle aquí pasa al comprador cuando se pague el precio del contrato, y no antes.',
    },
    use: {
      en: 'Until then the firm alone may use it. Afterwards the firm may use it for research and to supply this buyer.',
      es: 'Hasta entonces solo la empresa puede usarlo. Después puede usarlo para investigar y para proveer a este comprador.',
    },
    publication: {
      en: 'The buyer decides; the firm may name the project among its references.',
      es: 'Decide el comprador; la empresa puede nombrar el proyecto entre sus referencias.',
    },
    payment: {
      en: 'The price covers the transfer. A proposal that is not taken on passes nothing, and nothing of it may be used.',
      es: 'El precio cubre la transferencia. Una propuesta que no sigue no transfiere nada, y nada de ella puede usarse.',
    },
  },
  kept: {
    ownership: {
      en: 'What is developed here stays with the firm.',
      es: 'Lo que se desarrolle aquí queda en la empresa.',
    },
    use: {
      en: 'The buyer may use it at its own sites as long as it buys it. The firm may sell it to anybody.',
      es: 'El comprador puede usarlo en sus propias faenas mientras lo compre. La empresa puede venderlo a cualquiera.',
    },
    publication: {
      en: 'The firm decides, without data of the buyer.',
      es: 'Decide la empresa, sin datos del comprador.',
    },
    payment: {
      en: 'The buyer pays for the pilot and, where it goes on, the price of the contract.',
      es: 'El comprador paga el piloto y, si continúa, el precio del contrato.',
    },
  },
}

/** The words of a template in a language, section by section. */
export function templateTexts(template: TermsTemplate, language: 'en' | 'es'): TermsTexts {
  const texts = { ...own[template], ...shared }
  return Object.fromEntries(termsSections.map((section) => [section, texts[section][language]])) as TermsTexts
}
