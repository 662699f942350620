import type { Dictionary } from '../dictionary';
import type { attachment as ru } from '../ru/attachment';

export const attachment: Dictionary<typeof ru> = {
  attachments: 'Files',
  attach: 'Add files',
  attachHint: 'or drop them here',
  attachWaits: 'is added on save',
  attachSending: 'Uploading: {share} %',
  attachStop: 'Do not upload {name}',
  attachRemove: 'Remove the file {name}',
  attachShow: 'Show {name}',
  attachSave: 'Download {name}',
  attachLarge: 'The file is larger than 25 MiB',
  attachMany: 'An event may have 20 files at most',
  attachFailed: 'Not uploaded {name}: {why}',
};
