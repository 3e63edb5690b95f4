#include "app/narration/narrator.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"

#include <QLocale>

namespace roundtrip {

Narration Narrator::narrateFault(const Trace& trace, const Fact& fact) const {
    if (fact.is<NodeChanged>()) {
        const auto changed = fact.as<NodeChanged>();
        const QString node = nodeName(fact.node);
        if (changed.isRunning == 0) {
            return {
                tr("%1 stops. What it had only in memory is gone, and whoever asks it is refused.")
                    .arg(node),
                Tone::bad};
        }
        constexpr std::uint32_t kUsual = 1000;
        if (changed.thousandths == kUsual) {
            return {tr("%1 runs, at its usual speed.").arg(node), Tone::good};
        }
        const double factor = changed.thousandths / static_cast<double>(kUsual);
        return {tr("%1 runs, but all its work takes %2 times as long.")
                    .arg(node, QLocale().toString(factor, 'g', 3)),
                Tone::attention};
    }
    const auto lost = fact.as<MessageLost>();
    const QString title = titleForPeople(fromView(trace.text(lost.title)));
    const QString link = linkName(lost.link);
    return lost.reason == LossReason::packet
               ? Narration{tr("%1 gets lost on its way (%2). Nobody confirms it, so it will be "
                              "sent "
                              "again.")
                               .arg(title, link),
                           Tone::attention}
               : Narration{tr("%1 gets lost: nothing crosses %2 any more, and nobody says so.")
                               .arg(title, link),
                           Tone::bad};
}

} // namespace roundtrip
