export default {
  title: 'Overview',
  waiting: 'Waiting for you',
  reports: 'Reports',
  appeals: 'Appeals',
  nothing: 'Nothing waits.',
  health: 'Health',
  healthText: 'The three checks that are worst now.',
  all: 'All checks',
  loop: 'The loop of all shops, 28 days',
  more: 'Open the loop',
} as const
