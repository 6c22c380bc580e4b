import { commonSettings, counted, type IndexPlan } from '../index-plan.ts'

export const supplierIndex: IndexPlan = {
  name: 'suppliers',
  nameAttribute: 'name',
  settings: {
    ...commonSettings,
    searchableAttributes: [
      'name',
      'headline',
      'capabilities',
      'categoryWords',
      'certificates',
      'references',
      'about',
      'region',
    ],
    filterableAttributes: [
      counted(['key', 'country', 'region', 'categories', 'divisions', 'certificates', 'languages', 'size']),
    ],
    sortableAttributes: ['publishedAt', 'sortName'],
  },
}
