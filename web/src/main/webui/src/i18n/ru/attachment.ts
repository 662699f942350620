/** Файлы событий. */
export const attachment = {
  attachments: 'Файлы',
  attach: 'Добавить файлы',
  attachHint: 'или перетащите их сюда',
  attachWaits: 'добавится при сохранении',
  attachSending: 'Загружается: {share} %',
  attachStop: 'Не загружать {name}',
  attachRemove: 'Убрать файл {name}',
  attachShow: 'Показать {name}',
  attachSave: 'Скачать {name}',
  attachLarge: 'Файл больше 25 МиБ',
  attachMany: 'У события может быть не больше 20 файлов',
  attachFailed: 'Не загружен {name}: {why}',
};
