#pragma once

#include <optional>
#include <stop_token>

#include <QObject>
#include <QPointer>

#include "image/Image.h"
#include "normalize/StainProfile.h"
#include "slide/Slide.h"

class QInputDialog;
class QMenu;

namespace isostain {

class Background;
class CompareView;
class ProfileLibrary;
class SlideSession;

/// "Use this region as the reference": fits a method to what the view shows of the open slide and keeps the result as a stain
/// profile of the user's library. Asks for a name, again where the library has a profile of that name. Sampling and fitting
/// happen in the background. GUI thread only.
class ReferenceMaker : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the object.
    ReferenceMaker(Background& background, SlideSession& slides, const CompareView& view, ProfileLibrary& library,
                   QWidget* window);
    ~ReferenceMaker() override;

    /// One entry per method.
    QMenu& menu() { return *m_menu; }
    bool isBusy() const { return m_isBusy; }

    /// The part of the open slide that the view shows, in level-0 pixels.
    std::optional<PixelRect> visibleRegion() const;

signals:
    void busyChanged();
    /// The profile is in the library.
    void made(const QString& path);
    void failed(const isostain::Error& error);

private:
    struct Reference {
        SlidePtr slide;
        PixelRect region; ///< level-0 pixels
        NormalizationMethod method = NormalizationMethod::Macenko;
    };

    void begin(NormalizationMethod method);
    void askForName(const Reference& reference, const QString& proposed, const QString& remark);
    void make(const Reference& reference, const QString& name);
    void keep(const StainProfile& profile);
    static Result<StainProfile> fit(const Reference& reference, const QString& name, const std::stop_token& stop);
    void setBusy(bool isBusy);

    Background& m_background;
    SlideSession& m_slides;
    const CompareView& m_view;
    ProfileLibrary& m_library;
    QWidget* m_window;
    QMenu* m_menu;
    QPointer<QInputDialog> m_dialog;
    std::stop_source m_stop;
    bool m_isBusy = false;
};

}
