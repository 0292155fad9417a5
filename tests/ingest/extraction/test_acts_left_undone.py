"""What was nearly done, done otherwise, only asked, or would follow from a condition did not happen."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from tests.ingest.extraction.conftest import Extract

UNDONE = [
    ("Kenya nearly expelled the Somali envoy.", "en", "SANCTION"),
    ("Peru almost invaded Chile in March.", "en", "ASSAULT"),
    ("Ghana was on the verge of attacking Togo.", "en", "ASSAULT"),
    ("Instead of condemning Somalia, Kenya praised it.", "en", "ACCUSE"),
    ("Rather than arrest and deport Chilean miners, Peru gave them papers.", "en", "COERCE"),
    ("Far from threatening Togo, Ghana has opened the border.", "en", "THREATEN"),
    ("Norway refrained from condemning Serbia.", "en", "ACCUSE"),
    ("Norway decided against expelling the Serbian envoy.", "en", "SANCTION"),
    ("Kenya was reluctant to condemn Somalia.", "en", "ACCUSE"),
    ("Had Peru attacked Chile, Bolivia would have closed its ports.", "en", "ASSAULT"),
    ("Were Peru to attack Chile, Bolivia would close its ports.", "en", "ASSAULT"),
    ("Supposing Peru bombed Chile, who would help?", "en", "ASSAULT"),
    ("Suppose Kenya invaded Somalia.", "en", "ASSAULT"),
    ("Assuming that Ghana attacked Togo, Benin would stay out of it.", "en", "ASSAULT"),
    ("Serbia would have bombed Kosovo.", "en", "ASSAULT"),
    ("At no point did Kenya threaten Somalia.", "en", "THREATEN"),
    ("Never before has Norway condemned Iceland.", "en", "ACCUSE"),
    ("Kenya arrested no Somali diplomats.", "en", "COERCE"),
    ("Peru has expelled none of the Chilean diplomats.", "en", "SANCTION"),
    ("Did Kenya attack Somalia?", "en", "ASSAULT"),
    ("Is it true that Ghana expelled the Togolese envoy?", "en", "SANCTION"),
    ("To attack Peru, Chile needs tanks.", "en", "ASSAULT"),
    ("To invade Somalia, Kenya would need landing craft.", "en", "ASSAULT"),
    ("In order to invade Chile, Peru must build bridges.", "en", "ASSAULT"),
    ("Untuk menyerang Peru, Cile membutuhkan tank.", "id", "ASSAULT"),
    ("Guna menyerbu Somalia, Kenya masih menunggu kapal pendarat.", "id", "ASSAULT"),
    ("Kenya nyaris mengusir utusan Somalia.", "id", "SANCTION"),
    ("Peru hampir saja menyerang Cile.", "id", "ASSAULT"),
    ("Ghana bukannya mengecam Togo, melainkan memujinya.", "id", "ACCUSE"),
    ("Alih-alih mengusir pengungsi Cile, Peru memberi mereka izin tinggal.", "id", "COERCE"),
    ("Ketimbang menyerang Togo, Ghana membuka perundingan.", "id", "ASSAULT"),
    ("Kenya akhirnya tidak jadi mengecam Somalia.", "id", "ACCUSE"),
    ("Kenya tidak sampai mengusir utusan Somalia.", "id", "SANCTION"),
    ("Mustahil Norwegia menyerang Islandia.", "id", "ASSAULT"),
    ("Norwegia mustahil menyerang Islandia.", "id", "ASSAULT"),
    ("Andaikan Peru menyerang Cile, Bolivia menutup pelabuhannya.", "id", "ASSAULT"),
    ("Andai kata Kenya menginvasi Somalia, perang akan meluas.", "id", "ASSAULT"),
    ("Sekiranya Ghana mengancam Togo, Benin akan turun tangan.", "id", "THREATEN"),
    ("Misalkan Serbia mengebom Kosovo, Eropa akan bertindak.", "id", "ASSAULT"),
    ("Apabila Peru menyerang Cile, harga tembaga akan naik.", "id", "ASSAULT"),
    ("Menurut Kenya, jikalau Somalia menyerang Ethiopia, kawasan itu akan runtuh.", "id", "ASSAULT"),
    ("Benarkah Ghana mengusir utusan Togo?", "id", "SANCTION"),
    ("Kenya dikira menyerang Somalia.", "id", "ASSAULT"),
    ("It is impossible that Norway attacked Iceland.", "en", "ASSAULT"),
    ("It's impossible for Peru to invade Chile.", "en", "ASSAULT"),
    ("There is no way that Kenya bombed Somalia.", "en", "ASSAULT"),
    ("There's no way Kenya attacked Somalia.", "en", "ASSAULT"),
    ("No way did Peru attack Chile.", "en", "ASSAULT"),
    ("It was out of the question that Peru would invade Chile.", "en", "ASSAULT"),
    ("It is inconceivable that Ghana attacked Togo.", "en", "ASSAULT"),
    ("It is unlikely that Norway bombed Iceland.", "en", "ASSAULT"),
    ("It is not impossible that Norway bombed Iceland.", "en", "ASSAULT"),
    ("Mustahil bahwa Peru menyerbu Cile.", "id", "ASSAULT"),
    ("Mustahil bagi Peru untuk menyerang Cile.", "id", "ASSAULT"),
    ("Mustahil tentara Norwegia menyerang Islandia.", "id", "ASSAULT"),
    ("Tak mungkin Ghana mengusir duta besar Togo.", "id", "SANCTION"),
    ("Tidaklah mungkin Norwegia mengebom Islandia.", "id", "ASSAULT"),
    ("Mustahil jika Serbia menyerang Kosovo.", "id", "ASSAULT"),
    ("To attack Peru, Chile bought tanks.", "en", "ASSAULT"),
    ("In order to bomb Kosovo, Serbia leased aircraft.", "en", "ASSAULT"),
    ("Chile bought tanks to attack Peru.", "en", "ASSAULT"),
    ("To deport the Somalis, Kenya chartered aircraft.", "en", "COERCE"),
    ("Untuk menyerang Peru, Cile membeli tank.", "id", "ASSAULT"),
    ("Cile membeli tank untuk menyerang Peru.", "id", "ASSAULT"),
    ("Guna mengebom Kosovo, Serbia menyewa pilot.", "id", "ASSAULT"),
    ("Jika Somalia menyerang, Kenya menutup perbatasan.", "id", "COERCE"),
    ("Apabila Peru menyerang Cile, Bolivia memblokade pelabuhan Peru.", "id", "COERCE"),
]
DONE = [
    ("Peru bombed nearly forty villages in Chile.", "en", "ASSAULT"),
    ("Kenya did not hesitate to condemn Somalia.", "en", "ACCUSE"),
    ("Ten sailors, most of them Chilean, were arrested by Peru.", "en", "COERCE"),
    ("The minister, 61, had condemned Chile.", "en", "ACCUSE"),
    ("Had Chile won, Peru would be silent, but Bolivia condemned Chile on Monday.", "en", "ACCUSE"),
    ("Why did Kenya attack Somalia?", "en", "ASSAULT"),
    ("To condemn Peru, Chile recalled its envoy from Lima.", "en", "SANCTION"),
    ("Peru mengebom hampir empat puluh desa di Cile.", "id", "ASSAULT"),
    ("Kerusakan kali ini lebih parah daripada serangan Peru terhadap Cile.", "id", "ASSAULT"),
    ("Kenya mengecam Somalia dan akan membalas apabila utusannya diusir.", "id", "ACCUSE"),
    ("Jika Cile menang, Peru diam, tetapi Bolivia mengecam Cile.", "id", "ACCUSE"),
    ("Jika Swiss tetap netral, Norwegia mengecam Serbia.", "id", "ACCUSE"),
    ("Jika Bolivia netral, Peru mengecam Cile pada hari Senin.", "id", "ACCUSE"),
    ("Bila Bolivia bersikap netral, Peru justru mengecam Cile.", "id", "ACCUSE"),
    ("Kenya used tanks to attack Somalia.", "en", "ASSAULT"),
    ("Kenya menggunakan tank untuk menyerang Somalia.", "id", "ASSAULT"),
    ("Not only had Serbia bombed Kosovo, it had also closed the border.", "en", "ASSAULT"),
    ("Not only did Kenya arrest the Somali envoy, but it also expelled his family.", "en", "COERCE"),
    ("Not only are Kenyan troops attacking Somalia, they are burning villages.", "en", "ASSAULT"),
    ("Peru did not only condemn Chile, it expelled its envoy.", "en", "ACCUSE"),
    ("Norway has not only criticised Serbia but also cut off aid.", "en", "ACCUSE"),
    ("Bukan cuma mengecam Serbia, Norwegia juga menjatuhkan sanksi.", "id", "ACCUSE"),
    ("Ghana tidak sekadar mengancam Togo, tetapi menyerangnya.", "id", "THREATEN"),
    ("Kenya tidak semata-mata mengecam Somalia, tetapi juga mengusir utusannya.", "id", "ACCUSE"),
    ("Tak hanya menyerang Kosovo, Serbia juga menutup perbatasan.", "id", "ASSAULT"),
]


def _statuses(extracted: Extract, text: str, language: str, event_type: str) -> list[EventStatus]:
    events = [claim.asserts for claim in extracted(text, language).claims]
    return [item.status for item in events if isinstance(item, Event) and item.event_type == event_type]


@pytest.mark.parametrize(("text", "language", "event_type"), UNDONE)
def test_an_act_left_undone_is_not_actual(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    found = _statuses(extracted, text, language, event_type)
    assert found
    assert not {EventStatus.ACTUAL, EventStatus.PLANNED}.intersection(found)


@pytest.mark.parametrize(("text", "language", "event_type"), DONE)
def test_an_act_beside_such_words_stays_actual(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    assert EventStatus.ACTUAL in _statuses(extracted, text, language, event_type)
