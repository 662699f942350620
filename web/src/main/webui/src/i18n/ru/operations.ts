/** Для администраторов: тишина и отложенные сообщения. */
export const operations = {
  silence: 'Тишина в каналах',
  silenceText:
    'Пока канал молчит, новости, напоминания и планы дня в нём не отправляются и позже не придут. Для восстановления из копии и переезда ящиков.',
  silenceReason: 'Причина',
  silence_mail: 'Почта молчит',
  silence_messenger: 'Мессенджер молчит',
  silence_browser: 'Браузеры молчат',
  silentSince: 'с {time}',
  deadLetters: 'Отложенные сообщения',
  deadLettersText: 'Их не удалось обработать много раз подряд.',
  deadLettersNone: 'Ничего не отложено.',
  letterReplay: 'Отправить снова',
  letterPurge: 'Выбросить',
  letterReplayed: 'Отправлено снова',
  letterPurged: 'Выброшено',
  refreshList: 'Обновить список',
};
