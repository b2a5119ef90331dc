#pragma once

#include <stop_token>

#include <QObject>

#include "display/DisplayTables.h"

namespace isostain {

class Background;
class CompareView;

/// Keeps the tables that a view shows on the screen in step with its panes and with what the user wants of the screen. Compiles
/// in the background, one set at a time; what has been asked for in the meantime is next. GUI thread only.
class DisplayKeeper : public QObject {
    Q_OBJECT

public:
    /// Both outlive the object.
    DisplayKeeper(CompareView& view, Background& background, QObject* parent);
    ~DisplayKeeper() override;

    void setAdjustment(const DisplayAdjustment& adjustment);
    const DisplayAdjustment& adjustment() const { return m_adjustment; }
    void setSlideProfileUsed(bool used);
    /// Null: the screen is taken for sRGB.
    void setScreen(IccProfilePtr screen);

    /// Whether colors on the screen go through the profile of a slide; known once tables are there.
    bool isSlideProfileShown() const;
    bool isScreenProfileShown() const { return m_screen != nullptr; }
    bool isBusy() const { return m_isRunning; }

signals:
    /// What the screen shows, in words.
    void changed();
    /// A slide's profile was refused, once for each; or tables could not be made.
    void failed(const isostain::Error& error);

private:
    DisplayRequest request() const;
    void update();
    void start();
    void take(const Result<DisplayTablesPtr>& tables);
    void tellRefusal();

    CompareView& m_view;
    Background& m_background;
    DisplayAdjustment m_adjustment;
    bool m_usesSlideProfile = false;
    IccProfilePtr m_screen;
    DisplayTablesPtr m_tables; ///< the last that were made; null: none are needed
    std::string m_toldSubject; ///< of the last refusal
    std::stop_source m_stop;
    bool m_isRunning = false;
    bool m_isOutdated = false; ///< something has changed since the job began
};

}
