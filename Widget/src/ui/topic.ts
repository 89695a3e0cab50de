import type { WidgetSite } from '../contracts';

export function topicTitle(site: WidgetSite, id: number | undefined, language: string): string | undefined {
  const title = site.topics.find(x => x.id === id)?.title;
  return title && (title[language] ?? title[site.languages[0]!] ?? Object.values(title)[0]);
}
