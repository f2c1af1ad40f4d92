"""A moment in the words in which Indonesian pages print it."""

from datetime import datetime, timedelta, timezone

DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
SHORT_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
ZONES = {"WIB": timezone(timedelta(hours=7)), "WITA": timezone(timedelta(hours=8)), "WIT": timezone(timedelta(hours=9))}


def told(when: datetime, zone: str) -> dict[str, str]:
    """All pieces from which the forms of dates are put together."""
    day, month = DAYS[when.weekday()], when.month - 1
    return {
        "Hari": day,
        "HARI": day.upper(),
        "hari": day.lower(),
        "Har": day[:3],
        "Weekday": ENGLISH_DAYS[when.weekday()],
        "d": str(when.day),
        "dd": f"{when.day:02}",
        "m": str(when.month),
        "mm": f"{when.month:02}",
        "y": str(when.year),
        "yy": f"{when.year % 100:02}",
        "Bulan": MONTHS[month],
        "BULAN": MONTHS[month].upper(),
        "Bul": SHORT_MONTHS[month],
        "Month": ENGLISH_MONTHS[month],
        "Mon": ENGLISH_MONTHS[month][:3],
        "jam": f"{when.hour:02}:{when.minute:02}",
        "zona": zone,
        "zona_kecil": zone.lower(),
    }
