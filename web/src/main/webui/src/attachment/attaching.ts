import { api } from '../api/client';
import { wordsOf } from '../api/refusals';
import type { Attachment } from '../api/types';
import type { Editing } from '../event/editing.svelte';
import { toast } from '../ui/toast.svelte';

/** Files are of the event at once, saved or not what else was typed; of a new one when it is there. */
export function attach(editing: Editing, files: Iterable<File>): void {
  editing.transfers.add(files);
  const id = editing.event?.id;
  if (id) void editing.transfers.send(id, () => editing.reread());
}

export async function detach(editing: Editing, file: Attachment): Promise<void> {
  try {
    await api.remove(`/events/${editing.event?.id}/attachments/${file.id}`);
    await editing.reread();
  } catch (refusal) {
    toast.show({ text: wordsOf(refusal) });
  }
}
