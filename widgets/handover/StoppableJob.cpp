#include "handover/StoppableJob.h"

#include <memory>

namespace isostain {

std::function<void(const Progress&)> StoppableJob::progressOf(int request)
{
    // Calls are serialized.
    return [this, &background = m_background, guard = QPointer<QObject>(this), request,
            last = std::make_shared<int>(-1)](const Progress& progress) {
        const int percent = int(100 * progress.fraction());
        if (percent == *last)
            return;
        *last = percent;
        background.post(guard, [this, request, percent] {
            if (request == m_request)
                emit progressed(percent);
        });
    };
}

}
