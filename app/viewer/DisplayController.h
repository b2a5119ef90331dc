#pragma once

#include <QObject>

#include "display/DisplayTables.h"

class QDialog;
class QPushButton;
class QSettings;

namespace isostain {

class Background;
class ColorProfilePanel;
class CompareView;
class DisplayKeeper;
class DisplayPanel;
class ViewOverlays;
class ViewerActions;

/// Brightness, contrast, gamma and color profiles of the screen: their window, and notes over the view while they are not as
/// usual. The profiles are kept in the settings, the rest is not: each start shows the slide as it is. GUI thread only.
class DisplayController : public QObject {
    Q_OBJECT

public:
    /// The view owns the controller; `background` and `settings` outlive it. The dialog belongs to `window`.
    DisplayController(ViewerActions& actions, CompareView& view, ViewOverlays& overlays, Background& background,
                      QSettings& settings, QWidget* window);

    const DisplayAdjustment& adjustment() const;
    void setAdjustment(const DisplayAdjustment& adjustment);
    /// Takes an ICC profile for that of the screen, and remembers it. In the background.
    void useScreenProfile(const QString& path);
    /// The view shows what was asked for.
    bool isSettled() const;

signals:
    void failed(const isostain::Error& error);

private:
    void makeDialog();
    void showDialog();
    void connectProfiles();
    void chooseScreenProfile();
    void dropScreenProfile();
    void describeSlide();
    void showAdjustment();
    void showProfiles();

    CompareView& m_view;
    Background& m_background;
    QSettings& m_settings;
    QWidget* m_window;
    DisplayKeeper* m_keeper;
    QDialog* m_dialog;
    DisplayPanel* m_panel;
    ColorProfilePanel* m_profiles;
    QPushButton* m_chip;
    QPushButton* m_profileChip;
    int m_loads = 0; ///< of screen profiles, under way
};

}
