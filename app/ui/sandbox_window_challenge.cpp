#include "app/narration/challenge_words.h"
#include "app/narration/problem_text.h"
#include "app/storage/challenge_files.h"
#include "app/ui/sandbox_window.h"

#include <array>

namespace roundtrip {

namespace {

QString levelName(Challenge::Level level) {
    constexpr std::array kNames{QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "easy"),
                                QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "medium"),
                                QT_TRANSLATE_NOOP("roundtrip::SandboxWindow", "hard")};
    return SandboxWindow::tr(kNames[static_cast<std::size_t>(level)]);
}

} // namespace

/// With the stars that the learner has, so that one sees what is left.
void SandboxWindow::fillChallenges() {
    challenges_->clear();
    for (const QString& id : builtInChallenges()) {
        ChallengeReading reading = loadChallenge(id);
        if (!reading.challenge) {
            continue; // those that travel inside the program are checked by tests
        }
        const Challenge& challenge = *reading.challenge;
        const auto kept = store_ == nullptr ? std::nullopt : bestResult(*store_, challenge.id);
        const std::string& title = Challenge::say(challenge.title, language_.code().toStdString());
        connect(challenges_->addAction(QStringLiteral("%1  %2 (%3)")
                                           .arg(starsText(kept ? kept->stars : 0),
                                                QString::fromStdString(title),
                                                levelName(challenge.level))),
                &QAction::triggered, this,
                [this, challenge = challenge] { emit challengeWanted(challenge); });
    }
}

void SandboxWindow::openChallenge(Challenge challenge) {
    openCopy(challenge.scene);
    palette_->setAllowed(challenge.parts);
    challenge_->show(std::move(challenge), store_);
    challenge_->checking().setFocus();
}

void SandboxWindow::leaveChallenge() {
    challenge_->leave();
    palette_->setAllowed(std::nullopt);
}

} // namespace roundtrip
