import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import type { Series } from './series.ts';

export const FOLDER = resolve(import.meta.dirname, '../../../docs/monitoring');
/** What Prometheus adds to every series. */
const ADDED = ['job', 'instance'];

/** A PromQL expression of a dashboard or an alert. */
export interface Question {
  readonly names: readonly string[];
  /** What it asks for that is not among these. */
  objections(served: readonly Series[]): readonly string[];
}

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

interface Alerts {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}

/** All that the dashboard and the alerts ask Prometheus for. */
export async function monitoring() {
  const dashboard: Dashboard = JSON.parse(await text('dashboard.json'));
  const alerts: Alerts = parse(await text('alerts.yaml'));
  const questions = [
    ...dashboard.panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => questionOf(title, expr)),
    ),
    ...alerts.groups.flatMap(({ rules }) => rules.map((rule) => questionOf(rule.alert, rule.expr))),
  ];
  return { questions, questionOf };
}

function text(name: string): Promise<string> {
  return readFile(resolve(FOLDER, name), 'utf8');
}

interface Matcher {
  readonly metric: string;
  readonly label: string;
  readonly sign: string;
  readonly value: string;
}

function questionOf(place: string, expression: string): Question {
  // Grafana's own word.
  const expr = expression.replaceAll('$__rate_interval', '5m');
  const { names, labels, matchers, errors } = read(expr);
  return {
    names,
    objections: (served) => {
      const asked = served.filter(({ name }) => names.includes(name));
      const known = new Set([...ADDED, ...asked.flatMap((each) => Object.keys(each.labels))]);
      return [
        ...errors.map((at) => `cannot be read at “${at}”`),
        ...names
          .filter((name) => served.every((each) => each.name !== name))
          .map((name) => `${name} is not served`),
        ...labels.filter((label) => !known.has(label)).map((label) => `no label ${label}`),
        ...matchers
          .filter((matcher) => known.has(matcher.label) && !isMet(matcher, asked))
          .map(({ metric, label, sign, value }) => `no ${metric} with ${label}${sign}"${value}"`),
      ].map((objection) => `${place}: ${objection}`);
    },
  };
}

function read(expr: string) {
  const names: string[] = [];
  const labels: string[] = [];
  const errors: string[] = [];
  const matchers: Matcher[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, type, from, to }) => {
      const part = expr.slice(from, to);
      if (type.isError) errors.push(part);
      if (name === 'Identifier') names.push(part);
      if (name === 'LabelName') labels.push(part);
      if (name !== 'UnquotedLabelMatcher') return;
      const [, label = '', sign = '', quoted = ''] = /^(\w+)\s*([=!~]+)\s*(.*)$/.exec(part) ?? [];
      matchers.push({ metric: names.at(-1) ?? '', label, sign, value: JSON.parse(quoted) });
    },
  });
  return { names: [...new Set(names)], labels: [...new Set(labels)], matchers, errors };
}

/** Some series has that value; what is to be left out may not be there. */
function isMet({ metric, label, sign, value }: Matcher, served: readonly Series[]): boolean {
  if (ADDED.includes(label)) return true;
  const values = served.flatMap((each) => (each.name === metric ? [each.labels[label] ?? ''] : []));
  const pattern = sign.includes('~') ? new RegExp(`^(?:${value})$`) : undefined;
  return values.some((each) => (pattern === undefined ? each === value : pattern.test(each)));
}
