#pragma once

#include <QObject>

#include "SlideSession.h"

namespace isostain {

class DemoMaker;

/// Opens the demo slide that was asked for once it is made, unless the window shows something else by then: nobody's slide is
/// taken from under their eyes. GUI thread only.
class DemoOpener : public QObject {
    Q_OBJECT

public:
    /// Both outlive the object.
    DemoOpener(DemoMaker& demo, SlideSession& slides, QObject* parent);

    /// Has the slide made and opens it.
    void request();

signals:
    /// The slide is there, or could not be made, and was not shown in the window, which shows something else by now.
    void madeAside(const QString& path);
    void failedAside(const isostain::Error& error);

private:
    struct Shown {
        SlideSession::State state = SlideSession::State::Empty;
        std::uint64_t slideId = 0;
        QString path; ///< of a slide that is being opened or could not be

        bool operator==(const Shown&) const = default;
    };
    Shown shown() const;

    DemoMaker& m_demo;
    SlideSession& m_slides;
    Shown m_shownBefore; ///< when the slide was asked for
};

}
