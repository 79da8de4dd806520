import { faultAt, faultsUnder, useFormPlace } from '../form/form-place.ts';

/** What is wrong with one field of the edition, as the server said or its rules find while it is typed; null for nothing. */
export function useFaultOf(): (field: string) => string | null {
  const place = useFormPlace();
  return (field) => faultAt(place, field);
}

/** For a control in a row: whether it is what is wrong. */
export function useInvalid(): (field: string) => { 'aria-invalid'?: true } {
  const faultOf = useFaultOf();
  return (field) => (faultOf(field) === null ? {} : { 'aria-invalid': true });
}

/** Below a row: what is wrong with it, or with anything in it, each sentence once. */
export function RowFaults({ of, within = true }: { of: string; within?: boolean }) {
  return faultsUnder(useFormPlace(), of, within).map((text) => (
    <p key={text} className="field-fault row-fault" data-part="form-fault">
      {text}
    </p>
  ));
}
