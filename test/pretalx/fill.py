"""Fills a pretalx with a conference, releases a version of its schedule, or prints what its database has.

    fill.py create | v2 | v3 | truth
"""

import datetime as dt
import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")

import django  # noqa: E402

django.setup()

from django.db import transaction  # noqa: E402
from django_scopes import scope, scopes_disabled  # noqa: E402
from i18nfield.strings import LazyI18nString  # noqa: E402
from pretalx.event.models import Event, Organiser  # noqa: E402
from pretalx.person.models import SpeakerProfile, User  # noqa: E402
from pretalx.schedule.models import Room, TalkSlot  # noqa: E402
from pretalx.submission.models import Answer, Question, Resource, Submission, SubmissionType, Track  # noqa: E402

TALKS = 120
SLUG = "democon"
# The clocks go forward in the night to the third day.
FIRST_DAY = dt.datetime(2031, 3, 28, tzinfo=dt.timezone.utc)


def named(en, de=None, **more):
    return LazyI18nString({"en": en, **({"de": de} if de else {}), **more})


def at(event, day, hour, minute=0):
    date = (FIRST_DAY + dt.timedelta(days=day)).date()
    return dt.datetime.combine(date, dt.time(hour, minute), tzinfo=event.tz)


def create():
    organiser = Organiser.objects.create(name=named("Demo"), slug="demo")
    with scopes_disabled():
        event = create_event(organiser)
    with scope(event=event), transaction.atomic():
        fill(event)


def create_event(organiser):
    return Event.objects.create(
        name=named("DemoCon & Friends", "DemoCon & Freunde"),
        slug=SLUG,
        organiser=organiser,
        date_from=FIRST_DAY.date(),
        date_to=FIRST_DAY.date() + dt.timedelta(days=2),
        timezone="Europe/Berlin",
        email="demo@example.org",
        locale="en",
        locale_array="en,de",
        content_locale_array="en,de",
        is_public=True,
        # The schedule counts when it was public from its release on.
        feature_flags={"show_schedule": True, "use_tracks": True, "use_feedback": True},
    )


def fill(event):
    rooms = [
        Room.objects.create(event=event, name=name, position=place, capacity=capacity)
        for place, (name, capacity) in enumerate(
            [
                (named("Main Hall", "Großer Saal"), 800),
                (named("Room 2.1 <small>"), 120),
                (named("Workshop", "Werkstatt"), 30),
            ]
        )
    ]
    tracks = [
        Track.objects.create(event=event, name=name, color=color)
        for name, color in [
            (named("Security", "Sicherheit"), "#ff0000"),
            (named("Art & Play", "Kunst & Spiel"), "#00aa00"),
        ]
    ]
    types = [
        event.cfp.default_type,
        SubmissionType.objects.create(event=event, name=named("Hands-on", "Mitmachen"), default_duration=20),
    ]
    level = Question.objects.create(
        event=event, question=named("For whom?", "Für wen?"), is_public=True, active=True
    )
    phone = Question.objects.create(event=event, question=named("Phone?"), is_public=False)
    for number in range(TALKS):
        talk = Submission.objects.create(
            event=event,
            title=f"Talk {number}: <b>why</b> & how, “{number}”",
            submission_type=types[number % 7 == 0],
            track=tracks[number % 2] if number % 5 else None,
            content_locale="de" if number % 3 == 0 else "en",
            abstract="" if number % 11 == 0 else f"Abstract *{number}* with a [link](https://example.org/{number}).",
            description=f"More of {number}.",
            do_not_record=number % 13 == 0,
            state="confirmed",
        )
        for speaker in range(number % 3):
            user = User.objects.create(
                email=f"s{number}.{speaker}@example.org",
                name=f"Zoë {number}, the {speaker}th (DE)",
            )
            SpeakerProfile.objects.create(user=user, event=event, biography=f"Bio {number}")
            talk.speakers.add(user)
        talk.update_talk_slots()
        place(event, talk, rooms, number)
        if number % 10 == 0:
            Answer.objects.create(question=level, submission=talk, answer="Beginners")
            Answer.objects.create(question=phone, submission=talk, answer="555-secret")
            Resource.objects.create(
                submission=talk, link="https://example.org/slides", description="Slides", is_public=True
            )
            Resource.objects.create(
                submission=talk, link="https://example.org/secret", description="Secret", is_public=False
            )
    for day in range(3):
        lunch(event, rooms[0], day, named("Lunch", "Mittagessen"))
    event.release_schedule("v1", comment="First version")


def place(event, talk, rooms, number):
    """Forty a day: half an hour each, in three rooms, from nine to four."""
    day, rest = divmod(number, 40)
    row, column = divmod(rest, 3)
    slot = event.wip_schedule.talks.get(submission=talk)
    slot.start = at(event, day, 9 + row // 2, 30 * (row % 2))
    slot.end = slot.start + dt.timedelta(minutes=20)
    slot.room = rooms[column]
    slot.is_visible = True
    slot.save()


def lunch(event, room, day, title):
    TalkSlot.objects.create(
        schedule=event.wip_schedule,
        room=room,
        start=at(event, day, 12, 22),
        end=at(event, day, 12, 28),
        description=title,
        is_visible=True,
    )


def slot_of(event, number):
    return event.wip_schedule.talks.get(submission__title__startswith=f"Talk {number}:")


def second(event):
    """Six changes: one renamed, one moved, two in each other's rooms, one canceled, one new."""
    renamed = slot_of(event, 1).submission
    renamed.title = "Something else"
    renamed.save()
    moved = slot_of(event, 2)
    moved.start += dt.timedelta(hours=10)
    moved.end += dt.timedelta(hours=10)
    moved.save()
    one, other = slot_of(event, 3), slot_of(event, 4)
    one.room, other.room = other.room, one.room
    one.save()
    other.save()
    canceled = slot_of(event, 5).submission
    canceled.state = "canceled"
    canceled.save()
    canceled.update_talk_slots()
    new = Submission.objects.create(
        event=event,
        title="One more",
        submission_type=event.cfp.default_type,
        content_locale="en",
        state="confirmed",
    )
    new.update_talk_slots()
    slot = event.wip_schedule.talks.get(submission=new)
    slot.start, slot.room = at(event, 1, 18), one.room
    slot.end = slot.start + dt.timedelta(minutes=30)
    slot.is_visible = True
    slot.save()
    event.release_schedule("v2", comment="Six changes")


def third(event):
    """A break more, and a room of another name."""
    room = event.rooms.get(position=1)
    lunch(event, room, 2, named("Coffee", "Kaffee"))
    room.name = named("Aula")
    room.save()
    event.release_schedule("v3: rooms & breaks")


def truth(event):
    slots = event.current_schedule.talks.filter(is_visible=True).select_related("submission", "room")
    print(json.dumps([fact(slot) for slot in slots.order_by("start", "room__position")]))


def fact(slot):
    talk = slot.submission
    where = {
        "start": round(slot.start.timestamp() * 1000),
        "end": round(slot.real_end.timestamp() * 1000),
        "room": slot.room.name.localize("en"),
    }
    if talk is None:
        return {"title": slot.description.localize("en"), **where}
    return {
        "code": talk.code,
        "title": talk.title,
        **where,
        "speakers": sorted(speaker.name for speaker in talk.speakers.all()),
        "track": talk.track.name.localize("en") if talk.track else None,
        "type": talk.submission_type.name.localize("en"),
        "language": talk.content_locale,
    }


if __name__ == "__main__":
    [_, deed] = sys.argv
    if deed == "create":
        create()
    else:
        event = Event.objects.get(slug=SLUG)
        with scope(event=event):
            {"v2": second, "v3": third, "truth": truth}[deed](event)
