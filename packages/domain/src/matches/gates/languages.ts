import { type LanguageSkill, languageLevels } from '../../place.ts'
import { factEvidence, type Gate } from '../pair.ts'

const rank = (skill: LanguageSkill): number => languageLevels.indexOf(skill.level)

/** Every language the need asks for is spoken at least as well; a list without the language says it is not spoken. */
export const languagesGate: Gate = ({ need, passport }) => {
  if (need.languages.length === 0) return null
  const spoken = passport.facts.languages
  const detail = { wanted: need.languages.map((skill) => `${skill.language} ${skill.level}`).join(', ') }
  if (spoken.length === 0) return { verdict: 'unstated', detail, evidence: null }
  const speaks = (wanted: LanguageSkill): boolean =>
    spoken.some((skill) => skill.language === wanted.language && rank(skill) >= rank(wanted))
  const missing = need.languages.filter((wanted) => !speaks(wanted))
  const evidence = factEvidence(spoken.map((skill) => `${skill.language} ${skill.level}`).join(', '))
  return missing.length === 0
    ? { verdict: 'pass', detail, evidence }
    : { verdict: 'fail', detail: { ...detail, missing: missing.map((skill) => skill.language).join(', ') }, evidence }
}
