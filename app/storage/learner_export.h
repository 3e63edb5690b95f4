#pragma once

#include "app/storage/progress_store.h"

#include <QByteArray>
#include <QList>

namespace roundtrip {

/// What somebody did, to be handed on.
struct LearnerResults {
    Learner learner;
    QList<LessonResult> results;
};

/// All that is kept of these learners, in their order.
[[nodiscard]] QList<LearnerResults> resultsOf(const ProgressStore& store,
                                              const QList<Learner>& learners);

/// RFC 4180 in UTF-8, a header row and a row per result: learner, lesson, at, verb, object, right
/// (true, false or empty), note. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe (OWASP, CSV injection).
[[nodiscard]] QByteArray csvOf(const QList<LearnerResults>& all);

/// An array of xAPI 1.0.3 statements. The actor is an account by the learner's name; the same
/// result always has the same statement id (a version 5 UUID), so that a learning record store
/// takes it once however often it is sent.
[[nodiscard]] QByteArray xapiOf(const QList<LearnerResults>& all);

} // namespace roundtrip
