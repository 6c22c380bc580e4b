import { commonSettings, counted, type IndexPlan, ordered } from '../index-plan.ts'

export const needIndex: IndexPlan = {
  name: 'needs',
  nameAttribute: 'title',
  settings: {
    ...commonSettings,
    searchableAttributes: ['title', 'categoryWords', 'specification', 'text', 'buyer', 'certificates', 'region'],
    filterableAttributes: [
      counted(['key', 'kind', 'country', 'region', 'categories', 'divisions', 'certificates', 'languages']),
      ordered(['deadline']),
    ],
    sortableAttributes: ['publishedAt', 'deadline'],
  },
}
