import type { Turnaround } from '../../server/organisation/rules.ts';
import type { Text } from '../../server/text.ts';
import type { ChecklistItem, ItemStates, Milestone, Stage } from '../../server/venue/rules.ts';

interface Titled {
  key: string;
  title: Text;
}
export interface VenueFormAnswer {
  base: string;
  today: string;
  values: {
    stage: Stage | null;
    reportedOn: string | null;
    items: ItemStates;
    milestones: Milestone[];
    organisationAcceptedOn: string | null;
    financeAcceptedOn: string | null;
    subsidyFen: number | null;
    subsidyPaidFen: number | null;
  };
  options: { stages: Titled[]; checklist: ChecklistItem[]; milestones: Titled[] };
}
export interface PersonOption {
  id: string;
  name: string | null;
  post: string | null;
  unit: string | null;
  workPhone: string | null;
}
export interface OrganisationFormAnswer {
  base: string;
  today: string;
  values: { name: string; screenedOn: string | null; reportedOn: string | null; turnaround: Turnaround | null };
  options: { people: PersonOption[]; leaders: PersonOption[] };
}
export interface ResponsibleFormAnswer {
  base: string;
  today: string;
  values: Record<string, { name: string | null; post: string | null; unit: string | null; workPhone: string | null }>;
  options: { functions: Titled[] };
}
