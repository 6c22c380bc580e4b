import { type LanguageSkill, languageLevels } from '../../place.ts'
import { factEvidence, type Gate } from '../pair.ts'

const rank = (skill: LanguageSkill): number => languageLevels.indexOf(skill.level)

/** The wanted languages that are not spoken, or not well enough. */
export const missingLanguages = (
  wanted: readonly LanguageSkill[],
  spoken: readonly LanguageSkill[],
): readonly LanguageSkill[] =>
  wanted.filter((one) => !spoken.some((skill) => skill.language === one.language && rank(skill) >= rank(one)))

/** Every language the need asks for is spoken at least as well; a list without the language says it is not spoken. */
export const languagesGate: Gate = ({ need, passport }) => {
  if (need.languages.length === 0) return null
  const spoken = passport.facts.languages
  const detail = { wanted: need.languages.map((skill) => `${skill.language} ${skill.level}`).join(', ') }
  if (spoken.length === 0) return { verdict: 'unstated', detail, evidence: null }
  const missing = missingLanguages(need.languages, spoken)
  const evidence = factEvidence(spoken.map((skill) => `${skill.language} ${skill.level}`).join(', '))
  return missing.length === 0
    ? { verdict: 'pass', detail, evidence }
    : { verdict: 'fail', detail: { ...detail, missing: missing.map((skill) => skill.language).join(', ') }, evidence }
}
