"""What a script with python3-caldav does; ends with "done"."""
import sys
import uuid
from datetime import datetime

import caldav

client = caldav.DAVClient(url=sys.argv[1], username="boris", password="demo")
principal = client.principal()
calendars = principal.calendars()
assert any(str(c.url).endswith("/dav/calendars/boris/default/") for c in calendars), calendars
calendar = [c for c in calendars if str(c.url).endswith("/default/")][0]
assert "VEVENT" in calendar.get_supported_components()

uid = str(uuid.uuid4())
event = calendar.save_event(
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//script//EN\r\nBEGIN:VEVENT\r\nUID:%s\r\n"
    "DTSTAMP:20261124T100000Z\r\nDTSTART:20280901T100000Z\r\nDTEND:20280901T110000Z\r\n"
    "RRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Scripted\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" % uid)
found = calendar.date_search(start=datetime(2028, 9, 2), end=datetime(2028, 9, 3), expand=False)
assert [e for e in found if uid in e.data], found
again = calendar.event_by_uid(uid)
again.data = again.data.replace("SUMMARY:Scripted", "SUMMARY:Changed")
again.save()
assert "SUMMARY:Changed" in calendar.event_by_uid(uid).data
objects = calendar.objects(load_objects=True)
assert [o for o in objects if uid in (o.data or "")]
token = objects.sync_token
again.delete()
changed = calendar.objects_by_sync_token(token)
assert len(list(changed)) == 1, list(changed)
try:
    calendar.event_by_uid(uid)
    raise AssertionError("still there")
except caldav.error.NotFoundError:
    pass
print("done")
